// What a report has of implementations over their versions.

import type { CaseHistory, VersionSpan } from '../../parts/versions/case-history-html.ts';
import type { HistoryData } from '../data/report-data.ts';
import { type CaseItem, type Letter, letterWords, type Model } from './model.ts';
import { markClass, signs } from './signs.ts';

/** For each implementation whose versions were asked about a case, their verdicts. */
export function caseHistories(model: Model, item: CaseItem): CaseHistory[] {
  return (model.data.histories ?? []).flatMap((history) => {
    const letters = lettersIn(model, history, item);
    return /^\.*$/.test(letters) ? [] : [{ ...history, spans: spansOf(history, letters) }];
  });
}

/** The verdict of a version on a case. */
export function letterIn(model: Model, history: HistoryData, item: CaseItem, version: number): Letter {
  return (lettersIn(model, history, item)[version] ?? '.') as Letter;
}

function lettersIn(model: Model, { verdicts }: HistoryData, { index }: CaseItem): string {
  return model.text(verdicts[index] ?? -1);
}

function spansOf({ versions }: HistoryData, letters: string): VersionSpan[] {
  return [...letters.matchAll(/(.)\1*/g)].map(({ 0: same, 1: first, index }) => {
    const letter = first as Letter;
    return {
      from: versions[index]?.version ?? '',
      to: versions[index + same.length - 1]?.version ?? '',
      verdict: letterWords[letter],
      sign: signs[letter],
      markClass: markClass(letter),
    };
  });
}
