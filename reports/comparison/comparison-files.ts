// The files of the comparison: its data, and the page of the documentation that shows it as a table.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import stringify from 'json-stringify-pretty-compact';
import { type Comparison, comparisonSchema } from '../../analysis/comparison/comparison.ts';
import { readJson } from '../../model/input/read-json.ts';
import { replaceMarked } from './marked-text.ts';
import { renderComparison } from './render-comparison.ts';

/** Below the root of the package. */
export const comparisonPage = 'docs/comparison.md';

/**
 * The comparison as it was last written below this folder; without rows if it was never written.
 * @throws {UsageError} with file and line if it is not valid.
 */
export function readComparison(root: string): Comparison {
  const file = dataFile(root);
  return existsSync(file) ? readJson(file, comparisonSchema, 'the data of the comparison') : { rows: [] };
}

/** @throws {UsageError} if the page has no place for the table; then nothing is written. */
export function writeComparison(root: string, comparison: Comparison): void {
  const page = path.join(root, comparisonPage);
  const text = readFileSync(page, 'utf8');
  const written = replaceMarked(text, 'comparison', renderComparison(comparison), comparisonPage);
  writeFileSync(dataFile(root), `${stringify(comparison, { maxLength: 110 })}\n`);
  writeFileSync(page, written);
}

function dataFile(root: string): string {
  return path.join(root, 'docs', 'comparison.json');
}
