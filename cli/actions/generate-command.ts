// `modspec generate`: writes the case files from the pages.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countOf } from '../../model/count-of.ts';
import { UsageError } from '../../model/usage-error.ts';
import { keysOf } from '../../model/vocabulary.ts';
import { divergencePages, renderDivergences } from '../../suite/cases/divergences.ts';
import { generateCases } from '../../suite/cases/generate-cases.ts';
import { findStaleCases, writeCases } from '../../suite/cases/write-cases.ts';
import { droppedIds } from '../../suite/identity/dropped-ids.ts';
import { idRegisterName } from '../../suite/identity/id-register.ts';
import { publishedIds } from '../../suite/identity/published-ids.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';
import type { Page } from '../../suite/pages/parse-page.ts';
import { pagesFolder, readPages, readPageText } from '../../suite/pages/read-pages.ts';
import { exitCodes } from './exit-codes.ts';

export function generateCommand(options: { check: boolean; spec: string; out: string }): number {
  const pages = readPages(options.spec);
  if (!options.check) refuseDrops(pages, options);
  return options.check ? check(pages, options) : write(pages, options);
}

/** An id leaves the case files only if the register of ids says what replaced it: the case files are the record of ids. */
function refuseDrops(pages: readonly Page[], { spec, out }: { spec: string; out: string }): void {
  const present = new Set(pages.flatMap(({ rules, cases }) => [...rules, ...cases].map(({ id }) => id)));
  const register = path.join(pagesFolder(spec), idRegisterName);
  const dropped = droppedIds(publishedIds(out), present, readIdRegister(pagesFolder(spec)));
  const [first] = dropped;
  if (!first) return;
  const names = dropped.map(({ id, page, line }) => `'${id}' (${page}.md:${line})`).join(', ');
  throw new UsageError(
    `these ids are in the case files in '${out}', but no longer on a page: ${names}; add each to '${register}' as ` +
      `'- id: ${first.id}' with 'renamed: NEW-ID' or 'retired: WHY' below it`,
  );
}

function write(pages: readonly Page[], { spec, out }: { spec: string; out: string }): number {
  for (const { file, text } of divergencesOf(pages, spec)) writeFileSync(file, text);
  writeCases(out, generateCases(readPages(spec)));
  const count = pages.reduce((sum, page) => sum + page.cases.length, 0);
  process.stdout.write(`${countOf(count, 'case')} from ${countOf(pages.length, 'page')} written to ${out}\n`);
  return exitCodes.asExpected;
}

function check(pages: readonly Page[], { spec, out }: { spec: string; out: string }): number {
  const stale = findStaleCases(out, generateCases(pages)).map(
    ({ name, reason }) => `${path.join(out, name)}: ${reason}`,
  );
  for (const { file, text } of divergencesOf(pages, spec)) {
    if (readPageText(file) !== text) stale.push(`${file}: different`);
  }
  for (const line of stale) process.stderr.write(`${line}\n`);
  if (stale.length > 0)
    process.stderr.write("modspec: generated files are out of date; run 'modspec generate'\n");
  return stale.length > 0 ? exitCodes.notAsExpected : exitCodes.asExpected;
}

/** The pages of divergences that exist in the folder of pages. */
function divergencesOf(pages: readonly Page[], spec: string): { file: string; text: string }[] {
  return keysOf(divergencePages)
    .map((family) => ({ file: path.join(spec, divergencePages[family]), family }))
    .filter(({ file }) => existsSync(file))
    .map(({ file, family }) => ({ file, text: renderDivergences(pages, family) }));
}
