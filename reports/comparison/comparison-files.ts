// The files of the comparison: its data beside the other documents, and its table in the README.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import stringify from 'json-stringify-pretty-compact';
import { type Comparison, comparisonSchema } from '../../analysis/comparison/comparison.ts';
import { readJson } from '../../model/input/read-json.ts';
import { replaceMarked } from './marked-text.ts';
import { renderComparison } from './render-comparison.ts';

/**
 * The comparison as it was last written below this folder; without rows if it was never written.
 * @throws {UsageError} with file and line if it is not valid.
 */
export function readComparison(root: string): Comparison {
  const file = dataFile(root);
  return existsSync(file) ? readJson(file, comparisonSchema, 'the data of the comparison') : { rows: [] };
}

/** @throws {UsageError} if the README has no place for the table; then nothing is written. */
export function writeComparison(root: string, comparison: Comparison): void {
  const readme = path.join(root, 'README.md');
  const text = readFileSync(readme, 'utf8');
  const written = replaceMarked(text, 'comparison', renderComparison(comparison), 'README.md');
  writeFileSync(dataFile(root), `${stringify(comparison, { maxLength: 110 })}\n`);
  writeFileSync(readme, written);
}

function dataFile(root: string): string {
  return path.join(root, 'docs', 'comparison.json');
}
