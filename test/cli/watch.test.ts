import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { caseText, pageText } from '../pages/page-text.ts';
import { eventually, processesOf } from '../processes.ts';
import { loader, scratchFolder, startModspec, workspacesIn } from './modspec.ts';

interface Watching {
  readonly folder: string;
  /** Does something and waits for the text in what is said from then on. */
  after(change: () => void, text: RegExp): Promise<string>;
  stop(): Promise<void>;
}

/** `modspec watch` on a folder of pages and a loader of its own, with its first run done. */
async function startWatching(t: Test): Promise<Watching> {
  const folder = scratchFolder(t);
  for (const name of ['pages', 'loader', 'temporary']) mkdirSync(path.join(folder, name));
  writeFileSync(
    path.join(folder, 'pages', 'first.md'),
    pageText(caseText('one') + caseText('two', './a.js')),
  );
  writeFileSync(
    path.join(folder, 'pages', 'second.md'),
    pageText(caseText('three')).replace('a-rule', 'b-rule'),
  );
  copyFileSync(loader('host-require.cjs'), path.join(folder, 'loader', 'index.cjs'));
  const impls = ['--impl', path.join(folder, 'loader', 'index.cjs')];
  const child = startModspec(['watch', '--spec', path.join(folder, 'pages'), ...impls], {
    env: { TMPDIR: path.join(folder, 'temporary') },
  });
  let said = '';
  child.all.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  t.teardown(() => child.kill('SIGKILL'));
  const after = async (change: () => void, text: RegExp) => {
    const before = said.length;
    change();
    await eventually(() => text.test(said.slice(before)));
    const heard = said.slice(before);
    t.match(heard, text);
    return heard;
  };
  await after(() => undefined, /asked 3 cases in [\s\S]*watching .*; press Ctrl-C to stop\n/);
  const stop = async () => {
    child.kill('SIGINT');
    const { exitCode } = await child;
    t.equal(exitCode, 0);
    t.strictSame(workspacesIn(path.join(folder, 'temporary')), []);
    t.strictSame(processesOf(folder), []);
  };
  return { folder, after, stop };
}

test('what a change touches is asked again, and nothing else', async (t) => {
  const { folder, after, stop } = await startWatching(t);
  const first = path.join(folder, 'pages', 'first.md');
  const page = readFileSync(first, 'utf8');
  const more = page + caseText('four');
  await after(() => writeFileSync(first, more), /asked 1 case in \d+ ms; in total 4 of 4 passed\nwatching/);
  await after(() => writeFileSync(first, more.replace('A case', 'Another title')), /^watching/m);
  const broken = more.replace('| from |', '| form |');
  const heard = await after(() => writeFileSync(first, broken), /watching/);
  t.match(heard, /first\.md:\d+: a table in a case has the columns/);
  t.notMatch(heard, /asked/);
  const wrong = more.replace('`./a.js` | `a.js`', '`./a.js` | `MODULE_NOT_FOUND`');
  const failing = await after(() => writeFileSync(first, wrong), /asked 1 case in [\s\S]*watching/);
  t.match(failing, /two[\s\S]*in total 3 of 4 passed, 1 failed/);
  await after(() => writeFileSync(first, page), /asked 1 case in \d+ ms; in total 3 of 3 passed\nwatching/);
  const third = path.join(folder, 'pages', 'third.md');
  const added = pageText(caseText('five')).replace('a-rule', 'c-rule');
  await after(() => writeFileSync(third, added), /asked 1 case in \d+ ms; in total 4 of 4 passed\nwatching/);
  await after(() => rmSync(third), /^watching/m);
  await after(
    () => writeFileSync(third, added.replace('five', 'one')),
    /third\.md:\d+: the id 'one' is already used/,
  );
  await stop();
});

test('a loader is asked everything again, and may be broken in between', async (t) => {
  const { folder, after, stop } = await startWatching(t);
  const file = path.join(folder, 'loader', 'index.cjs');
  const right = readFileSync(file, 'utf8');
  await after(
    () => writeFileSync(file, 'exports.resolve = () => "/wrong";'),
    /asked 3 cases in [\s\S]*in total 0 of 3 passed, 3 failed\nwatching/,
  );
  await after(
    () => writeFileSync(file, 'exports.resolve = ('),
    /modspec: --impl [\s\S]*SyntaxError[\s\S]*watching/,
  );
  await after(() => writeFileSync(file, right), /asked 3 cases in \d+ ms; in total 3 of 3 passed\nwatching/);
  const beside = path.join(folder, 'loader', 'part.json');
  await after(() => writeFileSync(beside, '{}'), /asked 3 cases in \d+ ms; in total 3 of 3 passed\nwatching/);
  await stop();
});
