// The comparison as a table in Markdown.

import type { Comparison, Row, Score } from '../../analysis/comparison/comparison.ts';
import { inert } from '../../model/inert.ts';
import { levels } from '../../model/vocabulary.ts';
import { escapeMarkdown } from '../parts/escape-markdown.ts';
import { percent } from '../parts/percent.ts';

/** Markdown: a sentence that says when and how the rows were made, and the table. */
export function renderComparison({ rows }: Comparison): string {
  const shown = levels.filter((level) => rows.some(({ outcome }) => scoreIn(outcome, level)));
  // If all rows have the same day, it is written above the table.
  const isDated = distinct(rows.map(({ seen }) => seen)).length > 1;
  const head = ['implementation', 'kind', 'edition', ...shown, 'intended', 'skipped', 'seen'];
  const table = [head, head.map(() => '---'), ...rows.map((row) => [...cellsOf(row, shown), row.seen])];
  const lines = isDated ? table : table.map((cells) => cells.slice(0, -1));
  return `${describeOrigin(rows)}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function describeOrigin(rows: readonly Row[]): string {
  const machines = distinct(rows.map(({ machine }) => machine)).join('; ');
  const versions = distinct(rows.map(({ modspec }) => modspec)).join(', ');
  const days = distinct(rows.map(({ seen }) => seen)).sort();
  const [first, last] = [days[0] ?? 'never', days.at(-1)];
  const when = first === last ? first : `${first} to ${last}`;
  return [
    `Seen ${when} by modspec ${versions} on ${machines}. Each cell shows the passed cases of the cases that were asked, and the null floor.`,
    'Intended: failures that the documentation of the tool describes. Skipped: cases that need a capability that it does not have.',
    '`npm run compare` updates the table; `npm run compare -- bun resolve` updates only these rows.',
  ].join('\n');
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

type Outcome = Row['outcome'];
type Level = (typeof levels)[number];

function cellsOf({ name, category, homepage, outcome }: Row, shown: readonly Level[]): string[] {
  const label = homepage ? `[${name}](${homepage})` : name;
  switch (outcome.kind) {
    case 'compared': {
      const { version, edition, intended, skipped, broken } = outcome;
      const title = version === undefined ? label : `${label} ${escapeMarkdown(version)}`;
      const scores = shown.map((level) => describeScore(scoreIn(outcome, level)));
      const left = broken === 0 ? `${skipped}` : `${skipped}, ${broken} broken`;
      return [title, category, edition, ...scores, `${intended || ''}`, left];
    }
    case 'not at hand':
    case 'broke': {
      const reason = escapeMarkdown(inert(outcome.reason));
      return [label, category, '', ...shown.map(() => ''), '', `${outcome.kind}: ${reason}`];
    }
  }
}

function scoreIn(outcome: Outcome, level: Level): Score | undefined {
  return outcome.kind === 'compared' ? outcome.levels[level] : undefined;
}

/** Such as `97 % 68/70, floor 31 %`. */
function describeScore(score: Score | undefined): string {
  if (!score) return '–';
  const { pass, asked, floor } = score;
  return `**${percent(pass, asked)} %** ${pass}/${asked}, floor ${percent(floor, asked)} %`;
}
