// Which versions of implementations pass a case, as HTML.

import { escapeText } from '../xml.ts';

/** An implementation whose versions were asked about a case. */
export interface CaseHistory {
  readonly name: string;
  readonly edition: string;
  readonly spans: readonly VersionSpan[];
}

/** Versions that follow each other and have the same verdict. */
export interface VersionSpan {
  readonly from: string;
  readonly to: string;
  readonly verdict: string;
  readonly sign: string;
  readonly markClass: string;
}

export function caseHistoryHtml(histories: readonly CaseHistory[]): string {
  const items = histories.map(
    ({ name, edition, spans }) =>
      `<li><bdi>${escapeText(name)}</bdi> <span class="hint">by ${escapeText(edition)}</span> ${spans.map(spanHtml).join(' ')}</li>`,
  );
  return `<ul class="over-versions">${items.join('')}</ul>`;
}

function spanHtml({ from, to, verdict, sign, markClass }: VersionSpan): string {
  const words = from === to ? from : `${from} to ${to}`;
  return `<span class="version-span"><span class="mark ${markClass}" title="${verdict}">${sign}</span> <span class="unseen">${verdict}: </span><bdi>${escapeText(words)}</bdi></span>`;
}
