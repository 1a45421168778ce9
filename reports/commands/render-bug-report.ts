// A case that a loader fails, as a report for the tracker of the loader.

import type { Case } from '../../model/case.ts';
import { describeObservation } from '../../model/describe.ts';
import { inert } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { compareCheck } from '../parts/compare-check.ts';
import { blocksOf } from '../parts/question-blocks.ts';
import { renderEntry } from '../parts/render-entry.ts';
import { rerunCommand } from '../parts/rerun-command.ts';
import { treeScript } from '../parts/tree-script.ts';

export interface BugReport {
  readonly item: Case;
  readonly catalog: Catalog;
  /** A run of this case by the loader and by the real Node or Deployd of the edition. */
  readonly run: Run;
  /** The last version in which the case passed, and the first in which it failed; undefined if unknown. */
  readonly since?: { readonly passed: string; readonly failed: string } | undefined;
}

export function renderBugReport({ item, catalog, run, since }: BugReport): string {
  const [loader, oracle] = run.header.implementations as [RanImplementation, RanImplementation];
  const [failure, right] = run.verdicts as [Verdict, Verdict];
  const rule = catalog.rules.get(item.rule);
  return [
    `# ${item.title}`,
    '',
    ...(rule ? [rule.text.trim(), ''] : []),
    `${nameOf(loader)} does something else than ${nameOf(oracle)}.`,
    '',
    '## Files',
    '',
    ...fence('text', item.tree.flatMap(renderEntry).join('\n')),
    'The same as a shell script:',
    '',
    ...fence('sh', treeScript(item.tree)),
    '## What happens',
    '',
    `\`-\` is what ${nameOf(oracle)} does, \`+\` what ${nameOf(loader)} does.`,
    '',
    ...fence('diff', differences(failure)),
    ...(failure.reason === undefined ? [] : [inert(failure.reason), '']),
    `## What ${nameOf(oracle)} does`,
    '',
    ...fence('text', answersOf(right)),
    '## Versions',
    '',
    ...(since ? [`- It worked in ${loader.name} ${since.passed}, and does not since ${since.failed}.`] : []),
    `- ${nameOf(loader)}${loader.homepage ? ` (${loader.homepage})` : ''}`,
    `- ${nameOf(oracle)}`,
    `- Node ${run.header.platform.node} on ${run.header.platform.os} ${run.header.platform.arch}, modspec ${run.header.modspec}`,
    ...(loader.note ? [`- How it was called: ${inert(loader.note)}`] : []),
    '',
    '## To see it again',
    '',
    ...fence('sh', rerunCommand(loader, item.id, undefined)),
  ].join('\n');
}

function nameOf({ name, version }: RanImplementation): string {
  return inert(version === undefined ? name : `${name} ${version}`);
}

function differences(verdict: Verdict): string {
  return blocksOf(verdict)
    .flatMap(({ heading, check }) => [
      `  ${heading}`,
      ...(check ? compareCheck(check).map(({ sign, text }) => `${sign} ${text}`) : []),
    ])
    .join('\n');
}

function answersOf({ questions }: Verdict): string {
  const lines = questions.flatMap(({ asked, checks }) =>
    checks.flatMap(({ step, observed }) => [
      step ?? asked,
      ...describeObservation(observed)
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    ]),
  );
  return lines.map(inert).join('\n');
}

/** A fence that is longer than any in the text. */
function fence(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}`, text.trimEnd(), marks, ''];
}
