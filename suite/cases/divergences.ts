// Generates the pages of divergences: how releases differ from the text, and from each other. The pages are generated from
// the expectations of the cases, so they cannot contradict them.

import type { Case, Expectation, Question } from '../../model/case.ts';
import { describeExpectation, describeQuestion } from '../../model/describe.ts';
import { type Edition, editions, type Family } from '../../model/editions.ts';
import { anchorOf } from '../pages/anchor.ts';
import type { Page } from '../pages/parse-page.ts';
import { divergentSteps } from './divergent-steps.ts';

/** The path of the page of a family, below the folder of pages. */
export const divergencePages: Readonly<Record<Family, string>> = {
  node: '18-divergences/1-node-divergences.md',
  deployd: '18-divergences/2-deployd-divergences.md',
};

interface Divergence {
  readonly item: Case;
  readonly question: Question;
  /** What is expected, by edition; at least two editions differ. */
  readonly expectations: readonly Expectation[];
}

/** The whole page of a family as Markdown: a table for each page that has divergences, a row for each observation. */
export function renderDivergences(pages: readonly Page[], family: Family): string {
  const columns = columnsOf(family);
  const chapters = pages.flatMap((page) => {
    const found = page.cases.flatMap(divergencesOf).filter((one) => speaksOf(one, columns));
    return found.length === 0 ? [] : [renderChapter(page, found, columns)];
  });
  return `${[...introduction(family), ...chapters].join('\n')}\n`;
}

function introduction(family: Family): string[] {
  const [name, text] =
    family === 'node' ? ['Node', 'the text (`locked`)'] : ['Deployd', 'the text (`deployd-locked`)'];
  return [
    '---',
    `title: Divergences of ${name}`,
    'informative: true',
    '---',
    '',
    `# Divergences of ${name}`,
    '',
    `Where released versions of ${name} differ from ${text}, or from each other. Each row is something that is observed; a ✓ marks the`,
    'editions in which it is. An edition without a ✓ in any row of a question is silent about it.',
    '',
    '`modspec generate` writes this page from the expectations of the cases; do not edit it.',
    '',
  ];
}

/** The questions of a case for which the expectations of editions differ. */
function divergencesOf(item: Case): Divergence[] {
  return item.questions.flatMap((question): Divergence[] => {
    const expectations = question.kind === 'serve' ? divergentSteps(question.expect) : question.expect;
    return expectations.length < 2 ? [] : [{ item, question, expectations }];
  });
}

function columnsOf(family: Family): Edition[] {
  return editions.filter((edition) => edition.family === family && edition.kind !== 'common');
}

function speaksOf({ expectations }: Divergence, columns: readonly Edition[]): boolean {
  return expectations.some((expected) => columns.some(({ id }) => expected.editions.includes(id)));
}

function renderChapter(page: Page, found: readonly Divergence[], columns: readonly Edition[]): string {
  const header = ['case', 'asked', 'observed', ...columns.map(({ line }) => line ?? 'text')];
  const rows = found.flatMap((divergence) => renderRows(page, divergence, columns));
  const lines = [header, header.map((_, at) => (at < 3 ? '---' : ':-:')), ...rows];
  return [`## ${page.title}`, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}

/** The case and the question are named in the first row only. */
function renderRows(
  page: Page,
  { item, question, expectations }: Divergence,
  columns: readonly Edition[],
): string[][] {
  const link = `[\`${item.id}\`](../${page.place}#${anchorOf(`${item.id} ${item.title}`)})`;
  return expectations.map((expected, at) => [
    ...(at === 0 ? [link, code(describeQuestion(question))] : ['', '']),
    code(describeExpectation(expected)),
    ...columns.map(({ id }) => (expected.editions.includes(id) ? '✓' : '')),
  ]);
}

/** A longer text is cut; the case has the whole text. */
const longest = 120;

/** Text as a code span that fits into a table cell. */
function code(text: string): string {
  const line = text.trimEnd().replaceAll('\n', ' ⏎ ').replaceAll('|', '\\|');
  if (line === '') return 'nothing';
  const shown = line.length > longest ? `${line.slice(0, longest).replace(/\\$/, '')}…` : line;
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}
