import { once } from 'node:events';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { freePort } from '../../harness/servers/free-port.ts';
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
async function ended(command: readonly string[], input: string) {
  const [file = '', ...args] = command;
  const result = await execa('env', ['-u', 'NODE_OPTIONS', file, ...args], { input, reject: false });
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
  t.match(await say(), /expected a program or --deployd APP/);
  t.match(await say('--deployd', app, 'main.js'), /found both/);
  t.match(await say('--deployd', 'modspec-none'), /does not exist/);
  t.match(await say('--deployd', app, '--edition', 'locked'), /expected one of deployd-locked/);
  t.match(
    await say('--edition', 'deployd-1', 'main.js'),
    /it is for servers; expected one of locked, node-all, node-0\.10/,
  );
});
