// `modspec generate`: pages to case files.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { divergencesFileName, renderDivergences } from '../cases/divergences.ts';
import { generateCases } from '../cases/generate-cases.ts';
import { findStaleCases, writeCases } from '../cases/write-cases.ts';
import type { Page } from '../pages/parse-page.ts';
import { readPages } from '../pages/read-pages.ts';
import { exitCodes } from './exit-codes.ts';

export function generateCommand(options: { check: boolean; spec: string; out: string }): number {
  const pages = readPages(options.spec);
  return options.check ? check(pages, options) : write(pages, options);
}

function write(pages: readonly Page[], { spec, out }: { spec: string; out: string }): number {
  writeCases(out, generateCases(pages));
  const divergences = divergencesFile(spec);
  if (divergences) writeFileSync(divergences, renderDivergences(pages));
  const count = pages.reduce((sum, page) => sum + page.cases.length, 0);
  process.stdout.write(`${count} cases of ${pages.length} pages written to ${out}\n`);
  return exitCodes.asExpected;
}

function check(pages: readonly Page[], { spec, out }: { spec: string; out: string }): number {
  const stale = findStaleCases(out, generateCases(pages)).map(
    ({ name, reason }) => `${path.join(out, name)}: ${reason}`,
  );
  const divergences = divergencesFile(spec);
  if (divergences && readFileSync(divergences, 'utf8') !== renderDivergences(pages)) {
    stale.push(`${divergences}: different`);
  }
  for (const line of stale) process.stderr.write(`${line}\n`);
  if (stale.length > 0) process.stderr.write("modspec: generated files are stale; run 'modspec generate'\n");
  return stale.length > 0 ? exitCodes.notAsExpected : exitCodes.asExpected;
}

/** The page of divergences, where the folder of pages has one. */
function divergencesFile(spec: string): string | undefined {
  const file = path.join(spec, divergencesFileName);
  return existsSync(file) ? file : undefined;
}
