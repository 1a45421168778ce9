// The floor of the benchmark asks every case in one process, so a case that changes this process must not spoil it for the others.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

const edition = 'node-20';
const asked = loadCatalog(undefined).cases.filter(({ questions }) =>
  questions.some(({ expect }) => expect.some(({ editions }) => editions.includes(edition))),
);

for (const loader of ['node', 'reference'])
  test(`the floor of ${loader} asks every case, and the last program runs as the first did`, (t) => {
    const script = path.join(packageRoot, 'scripts', 'bench-floor.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, loader, edition], { encoding: 'utf8' });
    t.equal(status, 0);
    t.match(stdout, new RegExp(`(?:^|\\n)${asked.length}\\n$`));
    t.end();
  });
