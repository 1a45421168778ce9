import { test } from 'tap';
import type { ResolveExpectation } from '../../model/case.ts';
import type { Observation } from '../../model/observation.ts';
import type { Verdict } from '../../model/run.ts';
import { renderAnnotations } from '../../reports/run/annotations.ts';
import { renderPretty, renderShort } from '../../reports/run/pretty.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { runOf } from './sample-run.ts';

const catalog = loadCatalog(undefined);

/** A loader that answers what one edition expects, judged by another. */
function runAs(answers: string, judgedBy: string) {
  const changes: Record<string, Partial<Verdict>> = {};
  for (const item of catalog.cases) {
    const own = item.questions.map((question) => {
      if (question.kind !== 'resolve') return undefined;
      const [given, wanted] = [answers, judgedBy].map((edition) =>
        question.expect.find(({ editions }) => editions.includes(edition)),
      );
      return given && wanted && { given, wanted };
    });
    if (!own.every((one) => one !== undefined)) continue;
    const questions = own.map(({ given, wanted }) => {
      const observed = toObservation(given);
      const { editions: _, ...expected } = wanted;
      const holds = JSON.stringify(toObservation(wanted)) === JSON.stringify(observed);
      return {
        asked: 'x',
        outcome: holds ? ('pass' as const) : ('fail' as const),
        checks: [{ expected, observed, holds }],
      };
    });
    const verdict = questions.every(({ outcome }) => outcome === 'pass') ? 'pass' : 'fail';
    changes[item.id] = { verdict, questions };
  }
  const run = runOf(catalog, judgedBy, { mine: changes });
  return { ...run, verdicts: run.verdicts.filter((verdict) => verdict.case in changes) };
}

function toObservation(expected: ResolveExpectation): Observation {
  if (expected.kind === 'error') return { kind: 'error', error: { name: 'Error', code: expected.error } };
  const { editions: _, ...observed } = expected;
  return observed;
}

const plain = { colour: false };

test('the edition that explains all failures is told in one line', async (t) => {
  const run = runAs('node-8', 'node-24');
  const failures = run.verdicts.filter(({ verdict }) => verdict === 'fail').length;
  t.ok(failures > 5, `${failures} failures`);
  t.match(
    renderPretty(run, catalog, plain),
    `\n  all ${failures} failures are answers of node-8; try --edition node-8\n`,
  );
});

test('no edition is told where the present one fits best', async (t) => {
  const run = runAs('node-24', 'node-24');
  const [first] = run.verdicts;
  const wrong = { kind: 'file', path: 'no/edition/says.this' } as const;
  const failing = first && {
    ...first,
    verdict: 'fail' as const,
    questions: first.questions.map((question) => ({
      ...question,
      outcome: 'fail' as const,
      checks: question.checks.map((check) => ({ ...check, observed: wrong, holds: false })),
    })),
  };
  const red = { ...run, verdicts: failing ? [failing, ...run.verdicts.slice(1)] : [] };
  t.notMatch(renderPretty(run, catalog, plain), 'try --edition');
  t.notMatch(renderPretty(red, catalog, plain), 'try --edition');
  t.match(renderShort(red, catalog, plain), `Failed cases (1):\n  ${first?.case}\n`);
});

test('answers that are no string are told once', async (t) => {
  const run = runAs('node-24', 'node-24');
  const verdicts = run.verdicts.map((verdict) => ({
    ...verdict,
    verdict: 'fail' as const,
    questions: verdict.questions.map((question) => ({
      ...question,
      outcome: 'fail' as const,
      checks: question.checks.map((check) => ({
        ...check,
        observed: { kind: 'outside', path: '(object)' } as const,
        holds: false,
      })),
    })),
  }));
  const text = renderPretty({ ...run, verdicts }, catalog, plain);
  t.match(
    text,
    `resolve returned no string: ${verdicts.length} cases fail\n  It returned object. Expected an absolute path`,
  );
  t.equal(text.split('It returned object').length, 2);
  t.notMatch(text, 'left the steps');
});

test('annotations: one a rule, at most ten, without places that only modspec has', async (t) => {
  const run = runAs('node-8', 'node-24');
  const lines = renderAnnotations(run, catalog, undefined).trimEnd().split('\n');
  t.equal(lines.length, 10);
  for (const line of lines) t.match(line, /^::error title=modspec[^:]*::./);
  t.match(lines[9], /and \d+ more; the summary of the job lists them/);
  t.match(lines[0], /title=modspec%3A mine breaks [\w-]+ \(\d+ cases?\)::.*%0Afail [\w-]+/);
  t.match(renderAnnotations(run, catalog, 'spec').split('\n')[0], /^::error file=\S+\.md,line=\d+,title=/);
  t.equal(renderAnnotations(runAs('node-24', 'node-24'), catalog, undefined), '');
});

test('annotations of a baseline name its file and line', async (t) => {
  const run = {
    ...runAs('node-24', 'node-24'),
    baseline: {
      file: 'accepted.yaml',
      complaints: [
        {
          implementation: 'mine',
          kind: 'unexpected pass',
          cases: ['a'],
          line: 7,
          text: 'a: passes, 100 %',
          mend: 'npx modspec',
        },
      ],
    } as const,
  };
  t.equal(
    renderAnnotations(
      {
        ...run,
        baseline: {
          ...run.baseline,
          complaints: [...run.baseline.complaints].map((one) => ({ ...one, cases: [...one.cases] })),
        },
      },
      catalog,
      undefined,
    ),
    '::error file=accepted.yaml,line=7,title=modspec%3A unexpected pass of mine::a: passes, 100 %25%0Anpx modspec\n',
  );
});
