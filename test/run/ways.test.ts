import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { conformance } from '../../api/conformance/test.ts';
import { run } from '../../api/index.ts';
import { scratchFolder } from '../cli/modspec.ts';
import { pageText } from '../pages/page-text.ts';

const rows = [
  '| `main.mjs` | import | `./x.mjs?a#b` | `x.mjs?a#b` |',
  '| `main.mjs` | import | `./%78.mjs` | `x.mjs` |',
  '| `main.mjs` | import | `dep` | `node_modules/dep/i.mjs` |',
  '| `main.mjs` | require | `dep` | `node_modules/dep/r.js` |',
  '| `main.mjs` | import | `fs` | builtin `fs` |',
  '| `main.mjs` | import | `./none.mjs` | `ERR_MODULE_NOT_FOUND` |',
  '| `data:text/javascript,1` | import | `data:text/javascript,2` | `data:text/javascript,2` |',
  '| `main.mjs` | import.meta.resolve | `./none.mjs` | `file://<tree>/none.mjs` |',
];
const page = pageText(
  [
    '#### `a-case` A case',
    '',
    '`node_modules/dep/package.json`',
    '',
    '```json',
    '{"exports": {"import": "./i.mjs", "require": "./r.js"}}',
    '```',
    '',
    '```tree',
    'x.mjs',
    'node_modules/dep/i.mjs',
    'node_modules/dep/r.js',
    '```',
    '',
    '| from | by | specifier | resolves to |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n'),
  { source: 'doc, "S", 1–2, 4' },
);

const adapter = `
exports.resolve = (specifier) => specifier;
exports.resolveImport = async (specifier, referrer) => new URL(specifier, 'file://' + referrer);
`;

test('import and import.meta.resolve are asked of a real Node as they are', async (t) => {
  const folder = scratchFolder(t);
  writeFileSync(path.join(folder, 't.md'), page);
  const { verdicts } = await run({ implementations: ['node'], spec: folder });
  t.match(verdicts, [{ verdict: 'pass', level: 'import', questions: rows.map(() => ({ outcome: 'pass' })) }]);
  const alone = await run({ implementations: ['node'], spec: folder, isolate: true });
  t.match(alone.verdicts, [{ verdict: 'pass' }]);
});

test('a module is asked by the ways that it exports', async (t) => {
  const folder = scratchFolder(t);
  const own = page.split('\n').filter((line) => !/\| (?:require|import.meta.resolve) \|/.test(line));
  writeFileSync(path.join(folder, 't.md'), page);
  writeFileSync(path.join(folder, 'adapter.cjs'), adapter);
  const implementations = [path.join(folder, 'adapter.cjs')];
  const whole = await run({ implementations, spec: folder });
  t.match(whole.verdicts, [{ verdict: 'skip', reason: "the loader does not support 'import.meta.resolve'" }]);
  writeFileSync(path.join(folder, 't.md'), own.join('\n'));
  const asked = await run({ implementations, spec: folder });
  t.match(asked.verdicts[0]?.questions.slice(0, 2), [
    { outcome: 'pass', checks: [{ observed: { kind: 'file', path: 'x.mjs', suffix: '?a#b' } }] },
    { outcome: 'fail', checks: [{ observed: { kind: 'url', url: 'file://<tree>/%78.mjs' } }] },
  ]);
});

test('in a runner of tests only the ways that are offered are asked', async (t) => {
  const folder = scratchFolder(t);
  const only = page
    .split('\n')
    .filter((line) => !/\| (?:require|import.meta.resolve|import \| `(?:dep|fs|\.\/none|\.\/%))/.test(line));
  writeFileSync(path.join(folder, 't.md'), only.join('\n'));
  t.strictSame(
    conformance(() => 'fs', { spec: folder }),
    [],
  );
  const resolveImport = (specifier: string, referrer: string) =>
    new URL(specifier, referrer.startsWith('/') ? `file://${referrer}` : referrer);
  const [asked] = conformance({ resolveImport }, { spec: folder });
  t.equal(asked?.skip, false);
  await asked?.check();
  t.throws(() => conformance({}), { message: /expected one of the functions resolve, resolveImport/ });
});

const programs = pageText(
  ['main.js', 'main.mjs']
    .map((entry) =>
      [
        `#### \`program-${entry.replace('.', '-')}\` A program`,
        '',
        `\`${entry}\``,
        '',
        '```js',
        "console.log('ran');",
        '```',
        '',
        ...(entry === 'main.mjs' ? ['- Needs: es programs', '- Entry: `main.mjs`', ''] : []),
        '```stdout',
        'ran',
        '```',
        '',
      ].join('\n'),
    )
    .join('\n'),
);

test('a module that only imports programs is not asked about other programs', async (t) => {
  const folder = scratchFolder(t);
  writeFileSync(path.join(folder, 't.md'), programs);
  const file = path.join(folder, 'adapter.mjs');
  writeFileSync(file, 'export const importModule = (entry) => import(entry);');
  const { verdicts } = await run({ implementations: [file], spec: folder });
  t.match(verdicts, [
    { verdict: 'skip', reason: "the loader does not support 'run'" },
    { verdict: 'pass', level: 'import' },
  ]);
});
