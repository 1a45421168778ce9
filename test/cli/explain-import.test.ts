// `modspec explain` where `import` or `import.meta.resolve` asks.

import { test } from 'tap';
import { caseOfAll } from '../../analysis/capture/suspect.ts';
import { treeFileSystem } from '../../analysis/steps/tree-file-system.ts';
import { type ExplainedAnswer, type ExplainOptions, explain } from '../../analysis/trace/explain.ts';
import { explainCase } from '../../analysis/trace/explain-case.ts';
import type { Expectation, TreeEntry } from '../../model/case.ts';
import type { Way } from '../../model/vocabulary.ts';
import { renderExplanation } from '../../reports/commands/render-explanation.ts';
import { modspec } from './modspec.ts';

const manifest =
  '{ "name": "own", "exports": { ".": { "special": "./b.mjs", "import": "./a.mjs", "default": "./a.js" } } }';
const expected: Expectation = { kind: 'builtin', editions: ['node-24'], name: 'fs' };
const words = { ruleOf: () => undefined, wordsOf: () => undefined };

const tree: readonly TreeEntry[] = [
  { kind: 'file', path: 'package.json', text: manifest },
  ...['a.mjs', 'b.mjs', 'a.js', 'lib/index.js'].map((path): TreeEntry => ({ kind: 'file', path, text: '' })),
];

function ask(specifier: string, by: Way, options: Partial<ExplainOptions> = {}) {
  const settings = { edition: 'node-24', files: treeFileSystem(tree), environment: {}, ...words, ...options };
  return explain({ specifier, from: '/tree/main.mjs', by }, settings);
}

test('the answer is the URL, with the file that it leads to and the way that was taken', async (t) => {
  const explained = ask('./a.mjs?x#y', 'import');
  t.strictSame(explained.answer, { kind: 'file', path: '/tree/a.mjs', url: 'file:///tree/a.mjs?x#y' });
  t.match(explained.candidates, [{ path: '/tree/a.mjs', chosen: true, step: 'RESOLVE_FILE_URL 11' }]);
  const text = renderExplanation(explained, String, false);
  t.match(text, /^import\("\.\/a\.mjs\?x#y"\) from \/tree\/main\.mjs, edition node-24\n/);
  t.match(text, /\n {2}answers file:\/\/\/tree\/a\.mjs\?x#y\n/);
});

test('a folder is refused by the import algorithm alone', async (t) => {
  const { answer, steps, candidates } = ask('./lib', 'import');
  t.match(answer, { kind: 'error', error: 'ERR_UNSUPPORTED_DIR_IMPORT' });
  t.match(candidates, [{ path: '/tree/lib', chosen: false, why: 'is a folder' }]);
  t.notOk(
    steps.some(({ step }) => step.startsWith('REQUIRE')),
    'the advice in the error takes no step',
  );
  t.match(
    renderExplanation(ask('./lib', 'import'), String, false),
    /\n {2}RESOLVE_FILE_URL 5 +holds +\/tree\/lib\n/,
  );
});

test('import.meta.resolve and require are asked in their own ways', async (t) => {
  const meta = ask('./none.mjs', 'import.meta.resolve');
  t.strictSame(meta.answer, { kind: 'file', path: '/tree/none.mjs', url: 'file:///tree/none.mjs' });
  t.match(meta.candidates, [{ path: '/tree/none.mjs', chosen: false, why: 'is not there' }]);
  t.equal(meta.steps.at(-1)?.step, 'IMPORT_META_RESOLVE 3');
  t.match(ask('./lib', 'require').answer, { kind: 'file', path: '/tree/lib/index.js' });
});

test('conditions are those of the way that asks, and those that are added', async (t) => {
  const answers: [Way, string[], ExplainedAnswer][] = [
    ['import', [], { kind: 'file', path: '/tree/a.mjs', url: 'file:///tree/a.mjs' }],
    ['require', [], { kind: 'file', path: '/tree/a.js' }],
    ['import', ['special'], { kind: 'file', path: '/tree/b.mjs', url: 'file:///tree/b.mjs' }],
    ['require', ['special'], { kind: 'file', path: '/tree/b.mjs' }],
  ];
  for (const [by, conditions, expected] of answers)
    t.strictSame(ask('own', by, { conditions }).answer, expected, `${by} ${conditions}`);
  t.match(ask('own', 'import').choices[0], { kind: 'package', what: 'own', won: true });
});

test('what is not a file is a URL or a core module', async (t) => {
  t.strictSame(ask('data:text/javascript,1', 'import').answer, {
    kind: 'url',
    url: 'data:text/javascript,1',
  });
  t.strictSame(ask('fs', 'import').answer, { kind: 'builtin', name: 'fs' });
});

test('the questions of a case are explained by their own way, in an edition that has it', async (t) => {
  const item = caseOfAll(tree, [
    { asked: { kind: 'resolve', from: 'main.mjs', by: 'import', specifier: './a.mjs?x' }, expected },
    { asked: { kind: 'resolve', from: 'main.mjs', specifier: './a.mjs' }, expected },
  ]);
  const [byImport, byRequire] = explainCase(item, words);
  t.match(byImport, { by: 'import', edition: 'node-24', from: '<tree>/main.mjs' });
  t.match(byImport?.answer, { url: 'file://<tree>/a.mjs?x' });
  t.match(byRequire, { by: 'require', edition: 'locked', answer: { path: '<tree>/a.mjs' } });
  t.match(
    explainCase(item, { ...words, edition: 'node-8' }).map(({ by }) => by),
    ['require'],
  );
});

test('a program that imports is followed', async (t) => {
  const text = "import './a.mjs'; export * from './b.mjs'; import('./none.mjs');";
  const item = caseOfAll(
    [...tree, { kind: 'file', path: 'main.mjs', text }],
    [
      {
        asked: { kind: 'run', entry: 'main.mjs' },
        expected: { kind: 'run', editions: ['node-24'], stdout: '' },
      },
    ],
  );
  t.match(
    explainCase(item, words).map(({ by, specifier, answer }) => [by, specifier, answer.kind]),
    [
      ['import', './a.mjs', 'file'],
      ['import', './b.mjs', 'file'],
      ['import', './none.mjs', 'error'],
    ],
  );
});

test('what cannot be asked is refused', async (t) => {
  const old = await modspec(['explain', './a', '--import', '--from', 'a.mjs', '--edition', 'node-8']);
  t.match(old, { exitCode: 2, stderr: /--edition node-8: it has no import/ });
  const both = await modspec(['explain', '--case', 'small-index', '--import']);
  t.match(both, { exitCode: 2, stderr: /--by import: a case says itself what asks/ });
});
