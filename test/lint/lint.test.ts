import { test } from 'tap';
import { readPages } from '../../harness/pages/read-pages.ts';
import { modspec, smallPage } from '../cli/modspec.ts';

test('the pages of this project have no findings', async (t) => {
  const { exitCode, stdout } = await modspec(['lint']);
  t.equal(exitCode, 0, stdout);
  t.match(
    stdout,
    /^\d+ statements \(\d+ with a rule, \d+ with a class\), \d+ rules, \d+ cases, (\d+) of \1 steps exercised, 0 findings\n$/,
  );
});

test('findings name the place and the mend, and the exit code is 1', async (t) => {
  const { exitCode, stdout } = await modspec(['lint', '--spec', smallPage]);
  t.equal(exitCode, 1);
  t.match(
    stdout,
    /^test\/fixtures\/pages\/small\.md:\d+: stale-evidence: small-main-wins was never verified; run/,
  );
});

test('the suite has not lost its cases', async (t) => {
  const pages = readPages('spec');
  t.ok(pages.flatMap((page) => page.cases).length >= 350);
});
