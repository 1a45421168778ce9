// Where the results come from: versions, days, machines.

import { groupBy } from '../../../model/group-by.ts';
import type { RunData } from '../../html/data/report-data.ts';
import { plural } from '../../parts/titles.ts';
import { whichCases } from '../../parts/which-cases.ts';
import { whyIncomplete } from '../../parts/why-incomplete.ts';
import { escapeText } from '../../parts/xml.ts';
import type { SiteData } from '../frame/site-data.ts';

export function provenanceHtml({ model: { data } }: SiteData): string {
  const { modspec, pages, rules, cases, runs } = data;
  const days = [...new Set(runs.map(({ startedAt }) => startedAt.slice(0, 10)))].sort();
  const when = [...new Set([days[0], days.at(-1)])].filter(Boolean).join(' to ');
  const what = `modspec ${modspec} · ${plural(pages.length, 'page')}, ${plural(rules.length, 'rule')}, ${plural(cases.length, 'case')}`;
  const asked = runs.length === 0 ? '' : ` · ${plural(runs.length, 'implementation')}, asked ${when}`;
  return `<p class="provenance">${escapeText(what + asked)}</p>`;
}

/** Above the overview: which implementations were asked only some of the cases, and why. */
export function warningsHtml({ model: { data, columns } }: SiteData): string {
  const reasons = groupBy(columns, ({ run }) => problemsOf(data.runs[run]).join(' '));
  reasons.delete('');
  const lines = [...reasons].map(([reason, own]) => {
    const names = own.map(({ label }) => label).join(', ');
    return `<p class="problem note-of-run" role="note"><strong>${escapeText(names)}.</strong> ${escapeText(reason)}</p>`;
  });
  return lines.join('');
}

function problemsOf(run: RunData | undefined): string[] {
  if (!run) return [];
  const { cases, available, shard } = run;
  const selected = cases === undefined || available === undefined ? undefined : whichCases(cases, available);
  const part = shard && `Shard ${shard.index} of ${shard.count}: other shards asked the other cases.`;
  return [whyIncomplete(run), selected, part].flatMap((text) => text ?? []);
}

/** When and where a run was made, and what is wrong with it. */
export function runHtml(run: RunData | undefined): string {
  if (!run) return '';
  const { startedAt, platform, modspec, command, contained } = run;
  const words = `Asked on ${startedAt.slice(0, 10)} by modspec ${modspec} with Node ${platform.node} on ${platform.os} ${platform.arch}`;
  const problems = problemsOf(run).map((text) => `<p class="problem note-of-run">${escapeText(text)}</p>`);
  const asked = command === undefined ? '' : ` · <code>${escapeText(command)}</code>`;
  return `<p class="provenance">${escapeText(words)}${contained ? `, ${escapeText(contained)}` : ''}${asked}</p>${problems.join('')}`;
}
