import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { freePort } from '../../harness/servers/free-port.ts';
import { editionOfNodeVersion } from '../../model/editions.ts';
import { bin } from './modspec.ts';

const program = `
console.log(JSON.stringify(process.argv.slice(1).map(function (word) { return require('path').basename(word); })));
console.log(require.main === module, module.id, __filename === process.argv[1], require('./data').answer);
console.error('to stderr');
process.stdin.on('data', function (chunk) { process.stdout.write(String(chunk).toUpperCase()); });
process.on('exit', function () { console.log('bye'); });
process.exitCode = 7;
`;

/** What a program did: its streams and its end. */
async function ended(command: readonly string[], input: string, cwd: string = process.cwd()) {
  const [file = '', ...args] = command;
  const result = await execa('env', ['-u', 'NODE_OPTIONS', file, ...args], { input, cwd, reject: false });
  return { stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode, signal: result.signal };
}

test('exec runs a program as node would: streams, arguments, exit code', async (t) => {
  const folder = t.testdir({ 'package.json': '{}', 'main.js': program, 'data.json': '{"answer": 42}' });
  const main = path.join(folder, 'main.js');
  const args = ['one', '--flag', '-x'];
  const expected = await ended([process.execPath, main, ...args], 'input');
  t.equal(expected.exitCode, 7);
  t.strictSame(await ended([process.execPath, bin, 'exec', main, ...args], 'input'), expected);
});

const line = editionOfNodeVersion(process.versions.node)?.id ?? '';

const flagged = {
  'package.json': '{}',
  'main.js': `
    console.log(require.main === module, process.mainModule === module, process.argv.slice(2).join());
    console.log(require('pkg').which, require('./link').name === __dirname + '/link.js');`,
  'first.js':
    "console.log('first', module.parent && module.parent.id, typeof require.main, typeof process.mainModule);",
  'second.mjs': "import { which } from 'pkg'; console.log('second', which); await 0;",
  'target.js': 'exports.name = __filename;',
  'shown.js': 'console.log(require.main.filename === __dirname + "/shown-link.js");',
  typed: {
    'package.json': '{"type": "module"}',
    plain: 'console.log(typeof module, typeof require);',
    'common.cjs': 'console.log(typeof module, require.main === module);',
  },
  node_modules: {
    pkg: {
      'package.json': '{"exports": {"own": "./own.js", "default": "./usual.js"}}',
      'own.js': "exports.which = 'own';",
      'usual.js': "exports.which = 'usual';",
    },
  },
};

const variables =
  'module.id, module.filename === process.cwd() + "/" + module.id, __filename, __dirname, typeof require.main, ' +
  'this === globalThis, typeof global.fs, process.argv.slice(1), Object.keys(require.cache), module.parent';

const commands: readonly { readonly args: readonly string[]; readonly input?: string }[] = [
  { args: ['-e', `console.log(${variables})`, 'one', '-x'] },
  { args: ['--eval', 'console.log(require("pkg").which); import("pkg").then((n) => console.log(n.which))'] },
  { args: ['-e', 'import { which } from "pkg"; console.log(which, typeof require)'] },
  { args: ['-e', 'throw 1'] },
  { args: ['-p', '[1, "two", module.paths.length]'] },
  { args: ['-pe', '"text"'] },
  { args: ['-p', '-e', '({})'] },
  { args: [], input: `console.log(${variables})` },
  { args: ['-', 'one'], input: `console.log(${variables}, require("./target").name)` },
  { args: ['-p'], input: '6 * 7' },
  { args: ['-r', './first', 'main.js', 'one'] },
  { args: ['--require', './first.js', '--require=pkg', '-e', 'console.log(module.id)'] },
  { args: ['-r', './first', '--import', './second.mjs', 'main.js', 'one', '--import'] },
  { args: ['-r', './none', 'main.js'] },
  { args: ['-C', 'own', 'main.js'] },
  { args: ['--conditions=none', '--conditions=own', '--import', './second.mjs', 'main.js'] },
  { args: ['--preserve-symlinks', 'main.js'] },
  { args: ['--preserve-symlinks-main', 'shown-link.js'] },
  {
    args: [
      '--pending-deprecation',
      '-e',
      `process.on('warning', ({ code }) => console.log(code)); module.parent`,
    ],
  },
  { args: ['shown-link.js'] },
  { args: ['typed/plain'] },
  { args: ['typed/common.cjs'] },
];

test('exec takes the flags of Node, with the output and the exit code of Node', async (t) => {
  const folder = realpathSync(
    t.testdir({
      ...flagged,
      'link.js': t.fixture('symlink', 'target.js'),
      'shown-link.js': t.fixture('symlink', 'shown.js'),
    }),
  );
  for (const { args, input = '' } of commands) {
    const expected = await ended([process.execPath, ...args], input, folder);
    const { stdout, exitCode, stderr } = await ended(
      [process.execPath, bin, 'exec', '--edition', line, ...args],
      input,
      folder,
    );
    t.strictSame(
      { stdout, exitCode },
      { stdout: expected.stdout, exitCode: expected.exitCode },
      args.join(' '),
    );
    t.equal(stderr === '', expected.stderr === '', `what ${args.join(' ')} says on standard error`);
  }
});

test('exec refuses a flag that the line does not have', async (t) => {
  const say = async (...args: string[]) => {
    const { stderr, exitCode } = await ended(
      [process.execPath, bin, 'exec', '--edition', ...args, '-e', ''],
      '',
    );
    return `${exitCode} ${stderr}`;
  };
  t.match(await say('node-0.12', '-r', 'fs'), /^2 .*--require: node-0\.12 does not .*--edition node-4 or/);
  t.match(await say('node-4', '--preserve-symlinks'), /^2 .*--edition node-6 or/);
  t.match(await say('node-6', '--pending-deprecation'), /^2 .*--edition node-8 or/);
  t.match(await say('node-8', '--preserve-symlinks-main'), /^2 .*--edition node-10 or/);
  t.match(await say('node-10', '-C', 'x'), /^2 .*--edition node-12 or/);
  t.match(await say('node-16', '--import', 'fs'), /^2 .*--edition node-18 or/);
  t.equal(await say('node-4', '-r', 'fs'), '0 ');
});

test('exec runs an entry that is an ES module, which may wait', async (t) => {
  const main = `
    import b, { main } from './b.cjs';
    console.log(await Promise.resolve('waited'), b.id, main, (await import('./b.cjs')).default === b);`;
  const folder = t.testdir({
    'package.json': '{"type": "module"}',
    'main.js': main,
    'b.cjs': "console.log('b'); exports.id = 'b'; exports.main = String(require.main)",
  });
  const entry = path.join(folder, 'main.js');
  const expected = await ended([process.execPath, entry], '');
  t.match(expected, { exitCode: 0, stdout: 'b\nwaited b undefined true' });
  t.strictSame(await ended([process.execPath, bin, 'exec', '--edition', 'node-24', entry], ''), expected);
});

test('exec ends as the program ends: an uncaught error, a signal', async (t) => {
  const folder = t.testdir({
    'package.json': '{}',
    'throws.js': "require('./modspec-none');",
    'killed.js': "process.kill(process.pid, 'SIGTERM'); setTimeout(function () {}, 100000);",
  });
  const thrown = await ended([process.execPath, bin, 'exec', path.join(folder, 'throws.js')], '');
  t.equal(thrown.exitCode, 1);
  t.match(thrown.stderr, /code: 'MODULE_NOT_FOUND'/);
  const killed = await ended([process.execPath, bin, 'exec', path.join(folder, 'killed.js')], '');
  t.equal(killed.signal, 'SIGTERM');
});

test('exec goes on after a rejection that is not handled, as the lines before Node 16', async (t) => {
  const folder = t.testdir({
    'package.json': '{}',
    'main.js': "Promise.reject(new Error('lost')); setTimeout(function () { console.log('on'); }, 1);",
    'main.mjs': "throw new Error('thrown');",
  });
  const end = async (edition: string, entry: string): Promise<string> => {
    const { stdout, exitCode } = await ended(
      [process.execPath, bin, 'exec', '--edition', edition, entry],
      '',
      folder,
    );
    return `${exitCode} ${stdout}`;
  };
  t.strictSame(
    [await end('node-14', 'main.js'), await end('node-16', 'main.js'), await end('node-14', 'main.mjs')],
    ['0 on', '1 ', '1 '],
  );
});

test('exec says what is wrong with its own arguments', async (t) => {
  const wrong = await ended([process.execPath, bin, 'exec', '--edition', 'node-5', 'main.js'], '');
  t.equal(wrong.exitCode, 2);
  t.match(wrong.stderr, /unknown edition/);
});

test('exec --deployd serves an app until it is told to end', async (t) => {
  const app = t.testdir({ node_modules: { 'hello.js': "console.log('hello');" } });
  const port = String(await freePort());
  const child = execa(
    'env',
    ['-u', 'NODE_OPTIONS', process.execPath, bin, 'exec', '--deployd', app, '--port', port],
    {
      reject: false,
    },
  );
  const [said] = await once(child.stderr, 'data');
  t.equal(String(said), `listening at http://127.0.0.1:${port}/ in development\n`);
  const response = await fetch(`http://127.0.0.1:${port}/modspec-none`);
  t.equal(response.status, 404);
  child.kill('SIGTERM');
  t.match((await child).stdout, /^hello$/m);
});

test('exec takes a program or an app, each with the editions of its kind', async (t) => {
  const app = t.testdir({});
  const say = async (...args: string[]) => (await ended([process.execPath, bin, 'exec', ...args], '')).stderr;
  t.match(await say('--deployd', app, 'main.js'), /found both/);
  t.match(await say('--deployd', 'modspec-none'), /does not exist/);
  t.match(await say('--deployd', app, '--edition', 'locked'), /expected one of deployd-locked/);
  t.match(
    await say('--edition', 'deployd-1', 'main.js'),
    /it is for servers; expected one of locked, node-all, node-0\.10/,
  );
});
