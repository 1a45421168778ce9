import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { writeShop } from '../capture/shop.ts';
import { loader, modspec, scratchFolder } from './modspec.ts';

/** Captures into a page, and tells what it holds. */
function captureIn(cwd: string, entry: string, impl: string, ...more: string[]) {
  const out = path.join(cwd, 'found.md');
  const args = ['capture', 'project', '--entry', entry, '--impl', impl, '--out', 'found.md', ...more];
  const page = () => parsePage('found.md', readFileSync(out, 'utf8')).cases[0];
  return { said: modspec(args, { cwd }), page };
}

function project(t: Parameters<typeof scratchFolder>[0], write: (root: string) => void): string {
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'project'));
  write(path.join(cwd, 'project'));
  return cwd;
}

test('a wrong resolution in a project becomes the smallest case that shows it', async (t) => {
  const cwd = project(t, writeShop);
  const impl = loader('index-first.cjs');
  const { said, page } = captureIn(cwd, 'src/server.js', impl, '--id', 'shop-payment');
  t.match(await said, {
    exitCode: 0,
    stdout: '',
    stderr: /^28 files shrunk to 3 in \d+ tries\nreference: a\/b\.js\n/,
  });
  t.match(page(), {
    id: 'shop-payment',
    tree: [
      { path: 'a/package.json', text: '{"main":"./b.js"}\n' },
      { path: 'a/index.js', text: '' },
      { path: 'a/b.js', text: '' },
    ],
    questions: [{ kind: 'resolve', from: 'main.js', specifier: './a', expect: [{ path: 'a/b.js' }] }],
  });
  const run = ['run', '--spec', 'found.md', '--edition', 'node-24'];
  t.equal((await modspec([...run, '--impl', 'reference'], { cwd })).exitCode, 0, 'the reference passes');
  t.match(await modspec([...run, '--impl', impl], { cwd }), { exitCode: 1, stdout: /fail +shop-payment/ });
  t.strictSame(readdirSync(cwd).sort(), ['found.md', 'project'], 'nothing else was written');
});

test('a program that prints something else is captured by what it prints', async (t) => {
  const cwd = project(t, (root) => {
    writeShop(root);
    const text = 'function tell(n) {\n  console.log(n);\n}\ntell("port " + part0.port);\n';
    writeFileSync(path.join(root, 'src', 'server.js'), text, { flag: 'a' });
  });
  const { said, page } = captureIn(cwd, 'src/server.js', loader('json-as-text.cjs'));
  t.match(await said, { exitCode: 0, stderr: /json-as-text\.cjs: port undefined\n/ });
  t.match(page(), { questions: [{ kind: 'run', entry: 'main.js', expect: [{ stdout: 'port 80\n' }] }] });
  t.ok((page()?.tree.length ?? 9) <= 2);
});

test('links and bytes come through', async (t) => {
  const cwd = project(t, (root) => {
    writeFileSync(path.join(root, 'main.js'), "require('./start');\n");
    writeFileSync(path.join(root, 'real.js'), 'exports.id = 1;\n');
    writeFileSync(path.join(root, 'other.js'), Buffer.from([0xff, 0x00]));
    symlinkSync('real.js', path.join(root, 'start.js'));
    writeFileSync(
      path.join(root, '..', 'no-links.cjs'),
      "var path = require('path');\nexports.resolve = function (specifier, from) { return path.join(path.dirname(from), specifier + '.js'); };\n",
    );
  });
  const linked = captureIn(cwd, 'main.js', './no-links.cjs');
  t.match(await linked.said, { exitCode: 0 });
  t.match(linked.page(), { needs: ['symlinks'], tree: [{ path: /\.js$/ }, { kind: 'symlink' }] });

  const folder = path.join(cwd, 'project', 'lib');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '\uFEFF{"main": "start.js"}');
  writeFileSync(path.join(folder, 'start.js'), '');
  writeFileSync(path.join(cwd, 'project', 'main.js'), "require('./lib');\n");
  const marked = captureIn(cwd, 'main.js', loader('resolve-package.cjs'), '--specifier', './lib');
  t.match(await marked.said, { exitCode: 0, stderr: /resolve-package\.cjs: error MODULE_NOT_FOUND/ });
  t.match(
    marked.page()?.tree.find(({ kind }) => kind === 'bytes'),
    { path: /package\.json$/ },
  );
});

test('what a module imports is captured by import', async (t) => {
  const cwd = project(t, (root) => {
    mkdirSync(path.join(root, 'node_modules', 'dep'), { recursive: true });
    writeFileSync(path.join(root, 'main.mjs'), "import './start.mjs';\n");
    writeFileSync(path.join(root, 'start.mjs'), "import 'dep';\nexport const id = 1;\n");
    const map = '{"exports": {"import": "./a.mjs", "require": "./b.js"}}\n';
    writeFileSync(path.join(root, 'node_modules', 'dep', 'package.json'), map);
    for (const name of ['a.mjs', 'b.js']) writeFileSync(path.join(root, 'node_modules', 'dep', name), '');
    writeFileSync(
      path.join(root, '..', 'by-require.mjs'),
      "import { createRequire } from 'node:module';\nexport const resolveImport = (specifier, from) => createRequire(from).resolve(specifier);\n",
    );
  });
  const { said, page } = captureIn(cwd, 'main.mjs', './by-require.mjs', '--import');
  t.match(await said, { exitCode: 0, stderr: /reference: .*a\.mjs\n.*by-require\.mjs: .*b\.js/ });
  t.match(page(), { level: 'import', needs: ['import'], questions: [{ kind: 'resolve', by: 'import' }] });
  const without = captureIn(cwd, 'main.mjs', './by-require.mjs');
  t.match(await without.said, { exitCode: 1, stderr: /no difference/ });
  const former = captureIn(cwd, 'main.mjs', './by-require.mjs', '--import', '--edition', 'node-10');
  t.match(await former.said, { exitCode: 2, stderr: /node-10: it has no import/ });
});

test('a real Node may be believed instead, in its own edition', async (t) => {
  const cwd = project(t, writeShop);
  const { said, page } = captureIn(cwd, 'src/server.js', loader('index-first.cjs'), '--against', 'node');
  t.match(await said, { exitCode: 0, stderr: /\nnode: a\/b\.js\n/ });
  t.match(page()?.questions[0]?.expect[0]?.editions, [/^node-\d+$/]);
});

test('without a difference nothing is written, and the exit code tells', async (t) => {
  const cwd = project(t, writeShop);
  const { said } = captureIn(cwd, 'src/server.js', loader('host-require.cjs'), '--against', 'node');
  t.match(await said, {
    exitCode: 1,
    stdout: '',
    stderr: /no difference: .* and node give the same answers to all 15 questions/,
  });
  t.strictSame(readdirSync(cwd), ['project']);
});

test('what can not be captured is refused with what to do', async (t) => {
  const cwd = project(t, writeShop);
  const capture = (...args: string[]) => modspec(['capture', 'project', ...args], { cwd });
  const entry = ['--entry', 'src/server.js'];
  t.match(await capture('--entry', 'none.js', '--impl', 'reference', '--against', 'node'), {
    exitCode: 2,
    stderr: /--entry none\.js: expected a file in 'project'/,
  });
  t.match(await capture(...entry, '--impl', 'reference'), { exitCode: 2, stderr: /are the same/ });
  t.match(await capture(...entry, '--impl', 'node', '--against', 'bun'), {
    exitCode: 2,
    stderr: /expected 'reference'/,
  });
  t.match(await capture(...entry, '--impl', 'node', '--out', 'x.txt'), {
    exitCode: 2,
    stderr: /--out x\.txt/,
  });
});
