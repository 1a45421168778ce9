// The report for the summary of a CI job: short GitHub Markdown, whose failures the reader unfolds.

import { countVerdicts, describeIntended, isUnexpected } from '../../analysis/tally.ts';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import { levels } from '../../model/vocabulary.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { describeContainment } from '../parts/describe-containment.ts';
import { escapeMarkdown } from '../parts/escape-markdown.ts';
import { blocksOf } from '../parts/question-blocks.ts';
import { rerunCommand } from '../parts/rerun-command.ts';
import { whyIncomplete } from '../parts/why-incomplete.ts';

/** The summary of a job is limited to 1 MiB. */
const mostFailures = 100;

/** @param spec the `--spec` of the run, for rerun commands */
export function renderMarkdown(run: Run, catalog: Catalog, spec?: string): string {
  const { implementations } = run.header;
  const why = whyIncomplete(run.footer);
  return `${[
    '# modspec',
    '',
    ...(why === undefined ? [] : [`**${why}**`, '']),
    ...describeShard(run),
    ...noteContainment(run),
    ...summaryTable(run),
    '',
    ...describeBaseline(run),
    ...implementations.flatMap((implementation) => failuresOf(run, implementation, catalog, spec)),
  ].join('\n')}\n`;
}

function describeShard({ header: { shard } }: Run): string[] {
  return shard
    ? [`**This is shard ${shard.index} of ${shard.count}: the cases of other shards were not asked.**`, '']
    : [];
}

function noteContainment(run: Run): string[] {
  const contained = describeContainment(run);
  return contained === undefined ? [] : [escapeMarkdown(contained), ''];
}

/** The differences from the baseline, each with the command that updates the baseline. */
function describeBaseline({ baseline: { file, complaints } = { file: '', complaints: [] } }: Run): string[] {
  if (complaints.length === 0) return [];
  const lines = complaints.slice(0, mostFailures).map(({ kind, line, text, mend }) => {
    const where = line === undefined ? file : `${file}:${line}`;
    return `- ${kind}, ${escapeMarkdown(where)}: ${escapeMarkdown(shorten(text, 500))} <code>${escapeHtml(mend)}</code>`;
  });
  const left = complaints.length - mostFailures;
  return [
    '## The baseline differs from the run',
    '',
    ...lines,
    ...(left > 0 ? [`- and ${left} more`] : []),
    '',
  ];
}

function summaryTable({ header, verdicts }: Run): string[] {
  const head = ['', 'implementation', 'edition', 'all', ...levels, 'skipped'];
  const rows = header.implementations.map((implementation) => {
    const own = verdicts.filter((verdict) => verdict.implementation === implementation.spec);
    const perLevel = levels.map((level) => scoreOf(own.filter((verdict) => verdict.level === level)));
    const sign = own.some(isUnexpected) ? '❌' : '✅';
    const skipped = String(countVerdicts(own).skip);
    return [
      sign,
      escapeMarkdown(nameOf(implementation)),
      implementation.edition,
      scoreOf(own),
      ...perLevel,
      skipped,
    ];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function scoreOf(verdicts: readonly Verdict[]): string {
  const { pass, total, skip } = countVerdicts(verdicts);
  return total === skip ? '–' : `${pass}/${total - skip}`;
}

function failuresOf(
  run: Run,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): string[] {
  const failing = run.verdicts.filter(
    (verdict) => verdict.implementation === implementation.spec && isUnexpected(verdict),
  );
  if (failing.length === 0) return [];
  const left = failing.length - mostFailures;
  return [
    `## ${escapeMarkdown(nameOf(implementation))}: ${failing.length} not as expected`,
    '',
    ...failing.slice(0, mostFailures).flatMap((verdict) => failure(verdict, implementation, catalog, spec)),
    ...(left > 0 ? [`And ${left} more.`, ''] : []),
  ];
}

function failure(
  verdict: Verdict,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): string[] {
  const title = catalog.cases.find(({ id }) => id === verdict.case)?.title ?? '';
  const checks = blocksOf(verdict).flatMap(({ heading, check }) => [
    heading,
    ...(check ? prefixed('- ', inert(describeExpected(check.expected))) : []),
    ...(check ? prefixed('+ ', inert(shorten(describeObservation(check.observed), 1000))) : []),
  ]);
  const reason = [
    ...(verdict.reason === undefined ? [] : [verdict.reason]),
    ...(verdict.intended ? [`documented as intended: ${describeIntended(verdict.intended)}`] : []),
  ].flatMap((text) => inert(shorten(text, 1000)).split('\n'));
  return [
    `<details><summary>${verdict.verdict} <code>${escapeHtml(verdict.case)}</code> ${escapeHtml(title)}</summary>`,
    '',
    ...fence('diff', [...reason, ...checks].join('\n')),
    '',
    ...fence('sh', rerunCommand(implementation, verdict.case, spec)),
    '',
    '</details>',
    '',
  ];
}

function prefixed(prefix: string, text: string): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => prefix + line);
}

/** Fenced with more backticks than the text has in a row. */
function fence(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}`, text, marks];
}

function nameOf({ name, version }: RanImplementation): string {
  return [name, version].filter(Boolean).join(' ');
}

function escapeHtml(text: string): string {
  return inert(text).replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
