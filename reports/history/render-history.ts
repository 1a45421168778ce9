// The history of an implementation as Markdown.

import { turnsIn } from '../../analysis/history/turns.ts';
import type { History } from '../../model/history.ts';
import { escapeMarkdown } from '../parts/escape-markdown.ts';

/** @param titleOf the title of a rule, in Markdown */
export function renderHistory(history: History, titleOf: (rule: string) => string): string {
  const { implementation, edition, versions, seen, command } = history;
  const driven = versions.filter(({ notDriven }) => notDriven === undefined);
  return [
    `# ${escapeMarkdown(implementation.name)} by version`,
    '',
    `${driven.length} versions of \`${implementation.package}\`, judged by ${edition}, asked until ${seen} with \`${command}\`.`,
    '',
    ...renderVersions(history),
    ...renderTurns(history, titleOf),
    ...renderRegressions(history),
  ].join('\n');
}

function renderVersions({ versions }: History): string[] {
  return [
    '## Versions',
    '',
    '| version | released | passed |',
    '| --- | --- | --- |',
    ...versions.map(({ version, date, pass, asked, notDriven }) => {
      const result =
        notDriven === undefined ? `${pass} of ${asked}` : `not asked: ${escapeMarkdown(notDriven)}`;
      return `| ${version} | ${date} | ${result} |`;
    }),
    '',
  ];
}

function renderTurns(history: History, titleOf: (rule: string) => string): string[] {
  const dates = new Map(history.versions.map(({ version, date }) => [version, date]));
  const turned = turnsIn(history).flatMap(({ version, turns }) => [
    `### ${version} (${dates.get(version)})`,
    '',
    ...turns.map(({ rule, before, after }) => `- \`${rule}\` ${titleOf(rule)}: ${before} → ${after}`),
    '',
  ]);
  const none = ['Every rule is as it was in all versions that were asked.', ''];
  return ['## Where rules turned', '', ...(turned.length === 0 ? none : turned)];
}

function renderRegressions({ regressions, implementation: { name } }: History): string[] {
  if (regressions.length === 0)
    return ['## Regressions', '', 'No case failed in a version after one in which it passed.', ''];
  return [
    '## Regressions',
    '',
    `To report one: \`modspec report-bug --impl ${name}@VERSION --case CASE\``,
    '',
    '| case | passed in | failed in | passed again in |',
    '| --- | --- | --- | --- |',
    ...regressions.map(
      ({ case: id, passed, failed, mended }) => `| \`${id}\` | ${passed} | ${failed} | ${mended ?? ''} |`,
    ),
    '',
  ];
}
