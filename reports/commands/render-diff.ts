// A comparison of two runs as text, Markdown or JSON.

import { createColors } from 'picocolors';
import {
  type Change,
  type ChangeKind,
  type ComparedRuns,
  changeKinds,
  type QuestionChange,
  type RunComparison,
} from '../../analysis/compare-runs.ts';
import { inert } from '../../model/inert.ts';
import { escapeMarkdown } from '../parts/escape-markdown.ts';

export const diffFormats = ['pretty', 'markdown', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];

export interface DiffOptions {
  readonly format: DiffFormat;
  readonly colour: boolean;
  /** Whether one of the runs was interrupted. */
  readonly incomplete: boolean;
}

export function renderDiff(compared: ComparedRuns, options: DiffOptions): string {
  switch (options.format) {
    case 'pretty':
      return `${prettyLines(compared, options).join('\n')}\n`;
    case 'markdown':
      return `${markdownLines(compared, options).join('\n')}\n`;
    case 'json':
      return `${JSON.stringify(toJson(compared, options), null, 2)}\n`;
  }
}

const titles: Readonly<Record<ChangeKind, string>> = {
  regressed: 'regressed',
  worse: 'worse',
  fixed: 'fixed',
  better: 'better',
  other: 'different in another way',
  new: 'new',
  removed: 'removed',
};

const incompleteText = 'One of the runs is incomplete: some cases may be missing.';

function prettyLines({ pairs, gone, added }: ComparedRuns, options: DiffOptions): string[] {
  const paint = createColors(options.colour);
  const colours: Partial<Record<ChangeKind, (text: string) => string>> = {
    regressed: paint.red,
    worse: paint.red,
    fixed: paint.green,
    better: paint.green,
  };
  return [
    ...(options.incomplete ? [paint.red(incompleteText)] : []),
    ...pairs.flatMap((pair) => [
      paint.bold(inert(titleOf(pair))),
      ...changeKinds.flatMap((kind) =>
        pair.changes
          .filter((change) => change.kind === kind)
          .flatMap((change) => [
            `  ${(colours[kind] ?? paint.dim)(titles[kind].padEnd(9))} ${inert(lineOf(change))}`,
            ...change.questions.map((question) => `            ${inert(describeQuestion(question))}`),
          ]),
      ),
      paint.dim(`  ${summaryOf(pair)}`),
    ]),
    ...gone.map(({ spec }) => `only before: ${inert(spec)}`),
    ...added.map(({ spec }) => `only after: ${inert(spec)}`),
  ];
}

function markdownLines({ pairs, gone, added }: ComparedRuns, options: DiffOptions): string[] {
  return [
    ...(options.incomplete ? [`**${incompleteText}**`, ''] : []),
    ...pairs.flatMap((pair) => [
      `### ${escapeMarkdown(titleOf(pair))}`,
      '',
      `${summaryOf(pair)}.`,
      '',
      ...changeTable(pair.changes),
    ]),
    ...[...gone.map(({ spec }) => `- only before: ${escapeMarkdown(spec)}`)],
    ...[...added.map(({ spec }) => `- only after: ${escapeMarkdown(spec)}`)],
  ];
}

function changeTable(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const rows = changeKinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
  return [
    '| change | case | verdicts |',
    '| --- | --- | --- |',
    ...rows.map((change) => {
      const verdicts = [verdictsOf(change), ...change.questions.map(describeQuestion)].map(escapeMarkdown);
      return `| ${titles[change.kind]} | \`${change.case}\` | ${verdicts.join('<br>')} |`;
    }),
    '',
  ];
}

function titleOf({ before, after }: RunComparison): string {
  const version =
    before.version === after.version ? after.version : `${before.version ?? '?'} → ${after.version ?? '?'}`;
  const name = before.name === after.name ? after.name : `${before.name} → ${after.name}`;
  const edition = before.edition === after.edition ? after.edition : `${before.edition} → ${after.edition}`;
  return `${[name, version].filter(Boolean).join(' ')}, judged by ${edition}`;
}

function summaryOf({ changes, same }: RunComparison): string {
  const counts = changeKinds
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${titles[kind]}`);
  return [...counts, `${same} as before`].join(', ');
}

function lineOf(change: Change): string {
  return `${change.case}  ${verdictsOf(change)}`;
}

function verdictsOf({ before, after, caseChanged }: Change): string {
  const words = [before, after].filter(Boolean).join(' → ');
  return caseChanged ? `${words} (the case changed)` : words;
}

function describeQuestion({ label, before, after }: QuestionChange): string {
  return `${label}: ${before} → ${after}`;
}

function toJson({ pairs, gone, added }: ComparedRuns, { incomplete }: DiffOptions): object {
  const bare = ({ spec, name, version, edition }: RunComparison['before']) => ({
    spec,
    name,
    version,
    edition,
  });
  return {
    kind: 'modspec diff',
    format: 1,
    incomplete,
    pairs: pairs.map(({ before, after, changes, same }) => ({
      before: bare(before),
      after: bare(after),
      same,
      changes,
    })),
    gone: gone.map(bare),
    added: added.map(bare),
  };
}
