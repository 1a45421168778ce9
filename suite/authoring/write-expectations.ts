// Writes the expectations of a case into its page; the rest of the page stays byte for byte the same.

import type { Case, Question } from '../../model/case.ts';
import type { Block } from '../pages/blocks.ts';
import { filesOfTree } from '../pages/files-of-tree.ts';
import { groupEditions } from '../pages/spread-editions.ts';
import { applyLineEdits, findCaseLines, type LineEdit, pageBlocks } from './page-places.ts';
import type { Wanted } from './wanted.ts';
import { type WantedRun, writeProgram } from './write-program.ts';
import { type TablePlace, writeTable } from './write-table.ts';

type WantedByEdition = ReadonlyMap<string, Wanted>;

/**
 * @param wanted for each question of the case, what to expect, by edition
 * @param scope the editions of the page
 * @returns the text of the page; the same text if it already contains all expectations
 */
export function writeExpectations(
  item: Case,
  wanted: readonly WantedByEdition[],
  text: string,
  scope: readonly string[],
): string {
  const changed = item.questions.map((question, at) => !says(question, wanted[at] ?? new Map()));
  if (!changed.includes(true)) return text;
  const all = pageBlocks(item.source.file, text);
  const place = findCaseLines(all, item.id, text);
  const blocks = all.filter(({ line }) => place && line > place.start && line < place.end);
  const paths = filesOfTree(item.tree, item.needs);
  const tables = editTables(blocks, wanted, changed, { text, scope, paths });
  const program = item.questions.findIndex(({ kind }) => kind === 'run');
  const run = wanted[program] as ReadonlyMap<string, WantedRun> | undefined;
  const edits = run && changed[program] ? writeProgram(blocks, run, text, scope) : [];
  return applyLineEdits(text, [...tables, ...edits]);
}

/** Whether a question already expects exactly this. */
function says(question: Question, wanted: WantedByEdition): boolean {
  const groups = groupEditions(wanted).map(({ editions, value }) => ({ ...value, editions }));
  const sorted = (values: readonly object[]) => values.map((value) => canonical(value)).sort();
  return JSON.stringify(sorted(question.expect)) === JSON.stringify(sorted(groups));
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The rows of the tables are the first questions of a case, in page order. */
function editTables(
  blocks: readonly Block[],
  wanted: readonly WantedByEdition[],
  changed: readonly boolean[],
  place: TablePlace,
): LineEdit[] {
  const edits: LineEdit[] = [];
  let from = 0;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const to = from + block.rows.length;
    if (changed.slice(from, to).includes(true)) edits.push(writeTable(block, wanted.slice(from, to), place));
    from = to;
  }
  return edits;
}
