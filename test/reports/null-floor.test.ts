// The null floor, counted on the small page and seen to be a floor on the bundled cases.

import { test } from 'tap';
import { createNullFloor } from '../../analysis/null-floor/null-floor.ts';
import { createProgramRunner } from '../../analysis/null-floor/run-program.ts';
import { currentEdition } from '../../model/editions.ts';
import { judgedCases } from '../../model/judged-case.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { sampleCatalog } from './sample-run.ts';

test('on the small page a loader that always throws is the best, by the program that ends so', async (t) => {
  const { loader, pass, questions } = createNullFloor().best(sampleCatalog.cases, currentEdition);
  t.strictSame({ loader, pass }, { loader: 'always throws', pass: 1 });
  const judged = judgedCases(sampleCatalog.cases, currentEdition);
  t.equal(questions.asked, judged.flatMap((one) => one.questions).length);
  t.ok(questions.pass >= pass && questions.pass <= questions.asked, `${questions.pass} questions`);
});

test('it does not depend on the order of the cases', async (t) => {
  const { cases } = loadCatalog(undefined);
  const forward = createNullFloor().best(cases, 'locked');
  const backward = createNullFloor().best([...cases].reverse(), 'locked');
  t.strictSame(forward, backward);
  t.ok(forward.pass > 0 && forward.pass < cases.length / 2, `${forward.pass} of ${cases.length}`);
});

test('at most 15 % of the cases are passed by any of them', async (t) => {
  const { cases } = loadCatalog(undefined);
  const floor = createNullFloor();
  for (const edition of ['locked', currentEdition]) {
    const asked = judgedCases(cases, edition).map(({ item }) => item);
    const passed = floor.passed(asked, edition);
    t.ok(passed.length <= 0.15 * asked.length, `${edition}: ${passed.length} of ${asked.length}`);
    t.ok(passed.length >= floor.best(asked, edition).pass);
  }
});

function programOf(text: string) {
  const [item] = sampleCatalog.cases;
  if (!item) throw new RangeError('the small page has cases');
  return { ...item, tree: [{ kind: 'file' as const, path: 'main.js', text }] };
}

test('programs see nothing of the host, can not hang, and leave nothing behind', async (t) => {
  const run = createProgramRunner(() => ({}));
  t.match(run(programOf('console.log(typeof process)'), 'main.js'), { stdout: 'undefined\n', exitCode: 0 });
  t.match(run(programOf('while (true) {}'), 'main.js'), { exitCode: 1 });
  t.match(run(programOf('left = 1'), 'main.js'), { exitCode: 0 });
  t.match(run(programOf('console.log(typeof left)'), 'main.js'), { stdout: 'undefined\n' });
  t.match(run(programOf('throw new TypeError()'), 'main.js'), { error: { name: 'TypeError' } });
  t.match(run(programOf(`import('./x').then(console.log)`), 'main.js'), { stdout: '', exitCode: 0 });
});

test('what a program imports while it runs never comes, and harms nobody', async (t) => {
  const run = createProgramRunner(() => ({}));
  const text = "console.log('before');\nimport('./none').then(() => console.log('after'));\n";
  t.match(run(programOf(text), 'main.js'), { stdout: 'before\n', exitCode: 0 });
  await new Promise((resolve) => setImmediate(resolve));
});
