// The page of divergences: where releases do not do what the text says, and where they differ among each other.
// Written from the expectations of the cases, so it can't say anything else than they do.

import { describeExpectation, describeQuestion } from '../judge/describe.ts';
import type { Case, Expectation, Question } from '../model/case.ts';
import { formatEditions } from '../model/edition-selector.ts';
import { findEdition } from '../model/editions.ts';
import type { Page } from '../pages/parse-page.ts';
import { divergentSteps } from './divergent-steps.ts';

export const divergencesFileName = 'divergences.md';

interface Divergence {
  readonly page: Page;
  readonly item: Case;
  readonly question: Question;
  readonly text: Expectation | undefined;
  readonly lines: readonly Expectation[];
}

/** The whole page as Markdown. */
export function renderDivergences(pages: readonly Page[]): string {
  const all = pages.flatMap((page) => page.cases.flatMap((item) => divergencesOf(page, item)));
  const fromText = all.filter(({ text }) => text !== undefined);
  const amongLines = all.filter(({ text }) => text === undefined);
  return `${[
    '---',
    'title: Divergences',
    'informative: true',
    '---',
    '',
    '# Divergences',
    '',
    "This page is written by `modspec generate` from the expectations of the cases. Don't edit it.",
    '',
    `## Text against reality (${fromText.length})`,
    '',
    'What the text says, and what the releases do that do not keep it.',
    '',
    ...renderTable(['case', 'asked', 'the text', 'reality'], fromText, renderAgainstText),
    '',
    `## Among the releases, where the text is silent (${amongLines.length})`,
    '',
    ...renderTable(['case', 'asked', 'reality'], amongLines, renderAmongLines),
  ].join('\n')}\n`;
}

/** The questions of a case to which not every edition that says something expects the same. */
function divergencesOf(page: Page, item: Case): Divergence[] {
  return item.questions.flatMap((question): Divergence[] => {
    const expectations = question.kind === 'serve' ? divergentSteps(question.expect) : question.expect;
    if (expectations.length < 2) return [];
    const text = expectations.find((expected) => expected.editions.some(isText));
    const lines = expectations.filter((expected) => expected !== text);
    return [{ page, item, question, text, lines }];
  });
}

/** Whether an edition is that of a text, and not of a release. */
function isText(edition: string): boolean {
  return findEdition(edition)?.kind === 'text';
}

function renderTable(
  header: readonly string[],
  rows: readonly Divergence[],
  render: (divergence: Divergence) => string[],
): string[] {
  const bar = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [bar(header), bar(header.map(() => '---')), ...rows.map((row) => bar(render(row)))];
}

function renderAgainstText({ page, item, question, text, lines }: Divergence): string[] {
  const kept = text && formatEditions(text.editions.filter((id) => !isText(id)));
  const words = text ? code(describeExpectation(text)) : '';
  return [...renderPlace(page, item, question), kept ? `${words} (so ${kept})` : words, renderLines(lines)];
}

function renderAmongLines({ page, item, question, lines }: Divergence): string[] {
  return [...renderPlace(page, item, question), renderLines(lines)];
}

function renderPlace(page: Page, item: Case, question: Question): string[] {
  return [`[\`${item.id}\`](${page.place})`, code(describeQuestion(question))];
}

function renderLines(lines: readonly Expectation[]): string {
  return lines
    .map((expected) => `${formatEditions(expected.editions)}: ${code(describeExpectation(expected))}`)
    .join('; ');
}

/** Text as a code span that fits into a table cell. */
function code(text: string): string {
  const line = text.trimEnd().replaceAll('\n', ' ⏎ ').replaceAll('|', '\\|');
  const fence = line.includes('`') ? '``' : '`';
  return line === '' ? 'nothing' : `${fence}${line.includes('`') ? ` ${line} ` : line}${fence}`;
}
