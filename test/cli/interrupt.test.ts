import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { runSchema } from '../../harness/model/run.ts';
import { caseText, pageText } from '../pages/page-text.ts';
import { bin, loader, scratchFolder, workspacesIn } from './modspec.ts';

/** A case that passes at once, and one in which the fixture loader never answers. */
const page = pageText(caseText('waits-not') + caseText('waits-long', './hang'));

/** The processes whose command line names this folder. */
async function processesOf(folder: string): Promise<string[]> {
  const { stdout } = await execa('ps', ['-eo', 'pid,args']);
  return stdout.split('\n').filter((line) => line.includes(folder));
}

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal}: the partial run is written, no process and no folder stay`, async (t) => {
    const folder = scratchFolder(t);
    writeFileSync(path.join(folder, 't.md'), page);
    writeFileSync(path.join(folder, 'hangs.cjs'), readFileSync(loader('hangs.cjs')));
    const out = path.join(folder, 'run.json');
    const args = [
      'run',
      '--spec',
      path.join(folder, 't.md'),
      '--impl',
      path.join(folder, 'hangs.cjs'),
      '--jobs',
      '1',
    ];
    const child = execa(
      'env',
      [
        '-u',
        'NODE_OPTIONS',
        process.execPath,
        bin,
        ...args,
        '--timeout',
        '600000',
        '--format',
        `json=${out}`,
      ],
      {
        env: { TMPDIR: folder },
        reject: false,
      },
    );
    while ((await processesOf(folder)).length < 2 || workspacesIn(folder).length === 0) await pause();
    child.kill(signal);
    const result = await child;
    t.equal(result.exitCode, exitCode);
    const run = runSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    t.equal(run.footer.complete, false);
    t.notOk(
      run.verdicts.some((verdict) => verdict.case === 'waits-long'),
      'a case that was broken off has no verdict',
    );
    t.strictSame(workspacesIn(folder), []);
    t.strictSame(await processesOf(folder), []);
  });
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
