// The reference asked in memory: it answers as the specification says, and tells where a loader left it.

import { test } from 'tap';
import { findDeparture } from '../../analysis/trace/find-departure.ts';
import { stepsTaken } from '../../analysis/trace/step-rules.ts';
import { showPath, traceQuestion } from '../../analysis/trace/trace-question.ts';
import { describeExpectation, describeObservation } from '../../model/describe.ts';
import type { Observation } from '../../model/observation.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

const catalog = loadCatalog(undefined);

/** In memory there is no working directory, from which these entries of NODE_PATH would start. */
const homeless = [
  'global-folders-relative-entry',
  'global-folders-relative-through-nothing',
  'global-folders-empty-entry',
  'windows-node-path-relative',
  'windows-node-path-through-nothing',
];

const asked = catalog.cases
  .filter(({ id }) => !homeless.includes(id))
  .flatMap((item) =>
    item.questions.flatMap((question) => (question.kind === 'resolve' ? [{ item, question }] : [])),
  );

test('in memory the reference resolves every case as it is specified', async (t) => {
  const wrong = asked.flatMap(({ item, question }) =>
    question.expect.flatMap((expected) =>
      [...new Set([expected.editions[0], expected.editions.at(-1)])].flatMap((edition) => {
        const { answer } = traceQuestion(item, question, edition ?? '');
        const isRight = describeObservation(answer) === describeExpectation(expected);
        return isRight ? [] : `${item.id} ${question.specifier} ${edition}`;
      }),
    ),
  );
  t.strictSame(wrong, []);
});

function departure(id: string, edition: string, answer: Observation | string) {
  const observed: Observation = typeof answer === 'string' ? { kind: 'file', path: answer } : answer;
  const found = asked.find(({ item }) => item.id === id);
  if (!found) throw new RangeError(`no such case: ${id}`);
  const traced = traceQuestion(found.item, found.question, edition);
  const left = findDeparture(found.item, found.question, traced, observed, stepsTaken(catalog));
  const event = traced.events[left.at];
  return { ...left, at: `${event?.step} ${event?.outcome} ${event?.path && showPath(event.path)}` };
}

test('a loader that does as another edition left where that one does', async (t) => {
  t.strictSame(departure('folder-file-main', 'node-24', 'foo/start.js'), {
    kind: 'edition',
    at: 'REQUIRE 4.ii.e done <tree>/foo',
    editions: 'node 4–8',
  });
});

test('a loader that overlooks a package.json left where it is looked for', async (t) => {
  t.strictSame(departure('folder-main-before-index', 'node-24', 'foo/index.js'), {
    kind: 'missed',
    at: 'PACKAGE_MAIN 1 found <tree>/foo/package.json',
  });
});

test('a file whose name reads like an error is a file', async (t) => {
  const error = { name: 'Error', code: 'MODULE_NOT_FOUND', message: "Cannot find module './foo'" };
  const thrown = departure('folder-closed-others', 'node-24', { kind: 'error', error });
  t.match(thrown, { kind: 'edition' }, 'the message does not matter');
  t.not(departure('folder-closed-others', 'node-24', 'error MODULE_NOT_FOUND').kind, 'edition');
});

test('of an answer that nothing explains only is known that it is not the last step', async (t) => {
  t.strictSame(departure('folder-main-before-index', 'node-24', 'elsewhere.js'), {
    kind: 'latest',
    at: 'LOAD_AS_FILE 1 found <tree>/foo/start.js',
  });
});
