// The reference by the rules of Windows. What real Nodes for Windows did with the same trees is what it must do.

import { test } from 'tap';
import { treeFileSystem } from '../../analysis/steps/tree-file-system.ts';
import type { TreeEntry } from '../../model/case.ts';
import { createLoader, type Loader, type LoaderError, seenFiles } from '../../reference/index.ts';

const home = 'C:\\users\\me';

function loaderFor(
  files: Readonly<Record<string, string>>,
  { edition = 'node-20', environment = {} }: { edition?: string; environment?: Record<string, string> } = {},
): Loader {
  const tree = Object.entries(files).map(([path, text]): TreeEntry => ({ kind: 'file', path, text }));
  return createLoader({
    platform: 'win32',
    edition,
    files: seenFiles(treeFileSystem(tree), 'win32'),
    environment: { USERPROFILE: home, ...environment },
    nodePrefix: 'Z:\\node',
  });
}

/** From `Z:\tree\main.js`: the path, or what the error is. */
function ask(loader: Loader, specifier: string): string {
  return attempt(() => loader.resolve(specifier, 'Z:\\tree\\main.js'));
}

function attempt(resolve: () => string): string {
  try {
    return resolve();
  } catch (error) {
    return String((error as LoaderError).code);
  }
}

test('a backslash separates names in relative specifiers', async (t) => {
  const loader = loaderFor({ 'lib/a.js': '', 'lib/index.js': '' });
  for (const specifier of ['./lib\\a', '.\\lib\\a', '.\\lib/a', '..\\tree\\lib\\a', './lib\\..\\lib\\a'])
    t.equal(ask(loader, specifier), 'Z:\\tree\\lib\\a.js', specifier);
  t.equal(ask(loader, '.\\lib'), 'Z:\\tree\\lib\\index.js');
  t.equal(ask(loader, 'lib\\a'), 'MODULE_NOT_FOUND');
});

test('a slash at the end asks for a folder, a backslash does not', async (t) => {
  const loader = loaderFor({ 'x.js': '', 'x/index.js': '', 'y.js': '' });
  t.equal(ask(loader, './x\\'), 'Z:\\tree\\x.js');
  t.equal(ask(loader, './x/'), 'Z:\\tree\\x\\index.js');
  t.equal(ask(loader, './y.js\\'), 'Z:\\tree\\y.js');
  t.equal(ask(loader, './y.js/'), 'MODULE_NOT_FOUND');
});

test('an absolute specifier has a drive, or means the drive of the working folder', async (t) => {
  const loader = loaderFor({ 'lib/a.js': '' });
  for (const specifier of ['Z:\\tree\\lib\\a', 'Z:/tree//lib/./a', '\\tree\\lib\\a', '/tree/lib/a'])
    t.equal(ask(loader, specifier), 'Z:\\tree\\lib\\a.js', specifier);
  t.equal(ask(loader, 'z:\\tree\\lib\\a'), 'z:\\tree\\lib\\a.js', 'the asked spelling stays');
  for (const specifier of ['Z:lib\\a', 'Z:', 'C:\\tree\\lib\\a', 'file:///Z:/tree/lib/a.js', '\\\\srv\\s\\a'])
    t.equal(ask(loader, specifier), 'MODULE_NOT_FOUND', specifier);
});

test('names are found whatever their case, and keep the asked spelling', async (t) => {
  const loader = loaderFor({ 'Lib/Upper.js': '', 'lib2/X.JS': '', 'node_modules/Pkg/index.js': '' });
  t.equal(ask(loader, './lib/upper'), 'Z:\\tree\\lib\\upper.js');
  t.equal(ask(loader, './LIB/Upper.js'), 'Z:\\tree\\LIB\\Upper.js');
  t.equal(ask(loader, './lib2/x'), 'Z:\\tree\\lib2\\x.js');
  t.equal(ask(loader, 'pKG'), 'Z:\\tree\\node_modules\\pKG\\index.js');
});

test('exports are met by slashes alone: a backslash walks past them', async (t) => {
  const exports = { '.': './m.js', './ok': './src\\m.js', './dot': '.\\m.js', './p/*': './src/*' };
  const loader = loaderFor({
    'node_modules/e/package.json': JSON.stringify({ exports }),
    'node_modules/e/m.js': '',
    'node_modules/e/src/m.js': '',
    'node_modules/e/hidden.js': '',
  });
  t.equal(ask(loader, 'e/hidden'), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  t.equal(ask(loader, 'e\\hidden'), 'Z:\\tree\\node_modules\\e\\hidden.js');
  t.equal(ask(loader, 'e/ok'), 'Z:\\tree\\node_modules\\e\\src\\m.js');
  t.equal(ask(loader, 'e\\ok'), 'MODULE_NOT_FOUND');
  t.equal(ask(loader, 'e/dot'), 'ERR_INVALID_PACKAGE_TARGET');
  t.equal(ask(loader, 'e/p\\m.js'), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  t.equal(ask(loader, 'e/p/m.js/'), 'Z:\\tree\\node_modules\\e\\src\\m.js', 'the end of a file URL is lost');
});

test('a main may have backslashes, or a drive', async (t) => {
  const loader = loaderFor({
    'a/package.json': '{"main":"sub\\\\m.js"}',
    'a/sub/m.js': '',
    'b/package.json': '{"main":"Z:\\\\tree\\\\far.js"}',
    'c/package.json': '{"main":"/tree/far.js"}',
    'far.js': '',
  });
  t.equal(ask(loader, './a'), 'Z:\\tree\\a\\sub\\m.js');
  t.equal(ask(loader, './b'), 'Z:\\tree\\far.js');
  t.equal(ask(loader, './c'), 'Z:\\tree\\far.js');
});

test('the error for a main that names nothing has a prefix before the path since Node 22', async (t) => {
  for (const [edition, path] of [
    ['node-20', 'Z:\\tree\\p\\package.json'],
    ['node-22', '\\\\?\\Z:\\tree\\p\\package.json'],
  ] as const) {
    const loader = loaderFor({ 'p/package.json': '{"main":"gone"}' }, { edition });
    t.throws(() => loader.resolve('./p', 'Z:\\tree\\main.js'), { code: 'MODULE_NOT_FOUND', path }, edition);
  }
});

test('the folders above a path', async (t) => {
  const { _nodeModulePaths: above } = moduleOf(loaderFor({}));
  t.strictSame(above('Z:\\a\\b'), ['Z:\\a\\b\\node_modules', 'Z:\\a\\node_modules', 'Z:\\node_modules']);
  t.strictSame(above('Z:/a/node_modules'), ['Z:\\a\\node_modules', 'Z:\\node_modules']);
  t.strictSame(above('Z:\\'), ['Z:\\node_modules']);
  t.strictSame(above('C:x'), ['C:\\x\\node_modules', 'C:\\node_modules']);
  t.strictSame(above('\\\\srv\\share\\a'), [
    '\\\\srv\\share\\a\\node_modules',
    '\\\\srv\\share\\node_modules',
    '\\\\srv\\node_modules',
    '\\\\node_modules',
  ]);
  t.strictSame(above('\\\\?\\Z:\\a'), [
    '\\\\?\\Z:\\a\\node_modules',
    '\\\\?\\Z:\\node_modules',
    '\\\\?\\Z\\node_modules',
    '\\\\?\\node_modules',
    '\\\\node_modules',
  ]);
});

test('NODE_PATH is divided by semicolons, and the home folder is USERPROFILE', async (t) => {
  const loader = loaderFor(
    { 'one/a.js': '', 'two/b.js': '' },
    { environment: { node_path: 'Z:\\tree\\one;;Z:/tree/none/../two', HOME: 'Z:\\tree' } },
  );
  t.equal(ask(loader, 'a'), 'Z:\\tree\\one\\a.js');
  t.equal(ask(loader, 'b'), 'Z:\\tree\\two\\b.js');
  t.strictSame(moduleOf(loader).globalPaths, [
    'Z:\\tree\\one',
    'Z:/tree/none/../two',
    `${home}\\.node_modules`,
    `${home}\\.node_libraries`,
    'Z:\\node\\lib\\node',
  ]);
});

test('createRequire takes absolute paths and URLs with drives', async (t) => {
  const { createRequire } = moduleOf(loaderFor({ 'x.js': '' }));
  for (const place of ['Z:/tree/q.js', '\\tree\\q.js', 'Z:\\tree\\', 'file:///Z:/tree/q.js'])
    t.equal(createRequire(place).resolve('./x'), 'Z:\\tree\\x.js', place);
  for (const place of ['lib\\q.js', 'Z:q.js', 'file:///tree/q.js'])
    t.throws(() => createRequire(place), { code: 'ERR_INVALID_ARG_VALUE' }, place);
});

test('import answers with URLs, and a drive is a scheme', async (t) => {
  const loader = loaderFor({ 'lib/a b.js': '', 'node_modules/p/index.js': '' });
  const byImport = (x: string): string => attempt(() => loader.resolveImport(x, 'Z:\\tree\\main.mjs'));
  t.equal(byImport('./lib/a b.js'), 'file:///Z:/tree/lib/a%20b.js');
  t.equal(byImport('/tree/lib/a%20b.js'), 'file:///Z:/tree/lib/a%20b.js');
  t.equal(byImport('p'), 'file:///Z:/tree/node_modules/p/index.js');
  t.equal(byImport('.\\lib\\a b.js'), 'ERR_INVALID_MODULE_SPECIFIER');
  t.equal(byImport('file:///tree/x.js'), 'ERR_INVALID_FILE_URL_PATH');
  const older = loaderFor({}, { edition: 'node-16' });
  t.throws(() => older.resolveImport('Z:\\tree\\a.js', 'Z:\\tree\\main.mjs'), {
    code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME',
    message: /On Windows, absolute paths must be valid file:\/\/ URLs\. Received protocol 'z:'/,
  });
});

interface ModuleOfLoader {
  readonly globalPaths: readonly string[];
  _nodeModulePaths(folder: string): string[];
  createRequire(place: string): { resolve(specifier: string): string };
}

function moduleOf(loader: Loader): ModuleOfLoader {
  return loader.createRequire('Z:\\tree\\main.js')('module') as ModuleOfLoader;
}
