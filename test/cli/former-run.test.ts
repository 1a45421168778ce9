// Runs that an older modspec wrote, in format 1, are read by every command that reads runs.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { describeExpected } from '../../model/describe.ts';
import { formerRunSchema } from '../../model/former-run.ts';
import { type Run, runSchema } from '../../model/run.ts';
import { fixtures, loader, modspec, scratchFolder } from './modspec.ts';

const page = path.join(fixtures, 'pages', 'questions.md');

/** A run of today as format 1 told it. */
function asFormer({ header, verdicts, footer }: Run): string {
  return JSON.stringify(
    formerRunSchema.parse({
      header: { ...header, format: 1 },
      verdicts: verdicts.map(({ questions, ...verdict }) => ({
        ...verdict,
        checks: questions.flatMap(({ asked, checks }) =>
          checks.map(({ expected, ...check }) => ({
            ...check,
            question: asked,
            expected: describeExpected(expected),
          })),
        ),
      })),
      footer,
    }),
  );
}

async function writeRuns(folder: string) {
  const files = { today: path.join(folder, 'today.json'), former: path.join(folder, 'former.json') };
  const impl = ['--impl', loader('index-first.cjs'), '--edition', 'locked'];
  await modspec(['run', '--spec', page, ...impl, '--shard', '1/1', '--format', `json=${files.today}`]);
  const run = runSchema.parse(JSON.parse(readFileSync(files.today, 'utf8')));
  writeFileSync(files.former, asFormer(run));
  return { ...files, run };
}

test('diff finds nothing changed, and report and merge read it', async (t) => {
  const folder = scratchFolder(t);
  const { today, former, run } = await writeRuns(folder);
  t.strictSame(
    run.verdicts[0]?.questions.map(({ outcome }) => outcome),
    ['pass', 'not judged', 'pass'],
  );
  t.match(await modspec(['diff', former, today, '--spec', page]), { exitCode: 0, stdout: /1 as before/ });
  const html = path.join(folder, 'report.html');
  t.match(await modspec(['report', former, '--spec', page, '--out', html]), { exitCode: 0 });
  t.match(readFileSync(html, 'utf8'), /application\/vnd\.modspec\.report/);
  const { stdout } = await modspec(['merge', former, '--spec', page]);
  const merged = runSchema.parse(JSON.parse(stdout));
  t.equal(merged.header.format, 2);
  t.match(merged.verdicts[0]?.questions, [
    { outcome: 'pass' },
    { asked: "resolve './b' from main.js", outcome: 'not judged', checks: [] },
    { outcome: 'pass', checks: [{ expected: { kind: 'words', words: 'c.js' } }] },
  ]);
});
