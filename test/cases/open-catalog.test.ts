// The part of the catalog that a run of named cases reads: the pages of these cases, or nothing.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { openCatalog, openPart } from '../../suite/cases/open-catalog.ts';
import { readFilesOf } from '../../suite/cases/read-cases.ts';

test('the part of named cases has their pages, and says how many cases there are', async (t) => {
  const whole = await openCatalog(undefined);
  const part = openPart(['exports-string', 'cycle-two-files', 'cycle-three-files']);
  t.ok(part);
  if (!part) return;
  t.strictSame(
    part.pages,
    whole.pages.filter(({ page }) => part.pages.some((own) => own.page === page)),
    'pages are as in the whole catalog, and in its order',
  );
  t.equal(part.pages.length, 3);
  t.equal(part.available, whole.cases.length);
});

test('there is no part of all cases, of a glob, of a former id and of an unknown id', async (t) => {
  const { formerIds } = await openCatalog(undefined);
  const [renamed] = formerIds?.keys() ?? [];
  t.ok(renamed);
  for (const ids of [[], ['cycle-*'], ['cycle-two-files', 'cycle-tow-files'], [renamed ?? '']])
    t.equal(openPart(ids), undefined, ids.join(' '));
});

test('files that are not as the build has seen them are no part: their number of cases is not known', (t) => {
  const folder = t.testdir();
  cpSync(path.join(packageRoot, 'cases'), folder, { recursive: true });
  const count = loadCatalog(undefined).cases.length;
  t.equal(readFilesOf(folder, ['cycle-two-files'])?.available, count);
  const file = path.join(folder, 'exports.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text} `);
  t.equal(readFilesOf(folder, ['cycle-two-files']), undefined, 'another file has changed');
  writeFileSync(file, text);
  t.equal(readFilesOf(folder, ['cycle-two-files'])?.available, count, 'it is as it was');
  rmSync(file);
  t.equal(readFilesOf(folder, ['cycle-two-files']), undefined, 'a file has gone');
  t.end();
});
