import path from 'node:path';
import { test } from 'tap';
import { type CommandResult, loader, modspec } from './modspec.ts';

function examine(impl: string, ...more: string[]): Promise<CommandResult> {
  return modspec(['doctor', '--impl', impl, ...more]);
}

function speaker(name: string): string {
  return `stdio:${process.execPath} ${path.join('test', 'fixtures', 'stdio', `${name}.mjs`)}`;
}

/** The statements that do not hold. */
function faultsIn({ stdout }: CommandResult): string[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('fix  '))
    .map((line) => line.slice('fix  '.length));
}

const sound = [speaker('honest'), 'reference', 'node', `exec:${process.execPath}`, loader('index-first.cjs')];
for (const impl of sound) {
  test(`nothing to fix: ${impl.replaceAll(process.execPath, 'node')}`, async (t) => {
    const said = await examine(impl, '--timeout', '30000');
    t.strictSame([said.exitCode, faultsIn(said)], [0, []]);
    t.match(said.stdout, /ok {3}a missing file gives an error/);
  });
}

const replies = 'every reply is valid, with an answer for each question';
const faulty: [name: string, check: string, found: RegExp][] = [
  ['noisy', 'the stream of replies contains only replies', /"noisy 1\.0 ready"/],
  ['repeats', 'one reply to each request, with its seq', /seq 1 was answered more than once/],
  ['wrong-count', replies, /expected one answer for each question \(1\); found 2/],
  ['wrong-shape', replies, /answers\.0: Invalid input: expected object/],
  ['silent', 'every request is answered in time', /no answer within 1000 ms/],
  ['crashes', 'the process survives every question', /at 'elsewhere': its process exited with code 7/],
  ['relative', 'paths are absolute and inside the tree', /resolved to 'a\.js'; the tree is/],
  ['latin1', 'paths and output beyond ASCII arrive whole', /resolved to error MODULE_NOT_FOUND/],
  ['leaks', 'no case is affected by the case before it', /in a second tree resolved to '.*\/1\/a\.js'/],
  ['slow-stop', 'the process ends after the stop message', /was killed/],
  ['unknown-capability', 'the introduction is complete and valid', /expected one of "resolve"/],
];
for (const [name, check, found] of faulty) {
  test(`to fix: ${name}`, async (t) => {
    const said = await examine(speaker(name), '--timeout', name === 'silent' ? '1000' : '30000');
    t.strictSame([said.exitCode, faultsIn(said)], [1, [check]]);
    t.match(said.stdout, found);
    t.match(said.stdout, /\n {7}fix: {3}\S/);
  });
}

test('to fix: huge', async (t) => {
  const said = await examine(speaker('huge'), '--timeout', '60000');
  t.strictSame([said.exitCode, faultsIn(said)], [1, ['every reply ends']]);
});

test('to fix: wrong-seq, which is seen in two ways', async (t) => {
  const said = await examine(speaker('wrong-seq'), '--timeout', '1000');
  t.strictSame([said.exitCode, faultsIn(said)], [1, ['one reply to each request, with its seq', replies]]);
});

test('what can not be asked at all has exit code 3', async (t) => {
  for (const impl of [speaker('wrong-version'), 'stdio:/modspec-none', loader('throws-on-import.cjs')]) {
    const said = await examine(impl);
    t.strictSame([said.exitCode, faultsIn(said)], [3, ['the adapter starts and introduces itself']]);
  }
});

test('what names nothing has exit code 2', async (t) => {
  t.match(await examine('./nowhere'), { exitCode: 2, stderr: /does not exist; expected a file or folder/ });
});
