// The cases that notice no fault, and the faults that only one case notices, as text.

import type { Case } from '../../model/case.ts';
import type { IdleCase } from '../../suite/evidence/idle-cases.ts';
import { pageId } from '../../suite/pages/page-id.ts';
import type { Credit, Fate } from './measure.ts';

/** @param idle cases that are right to notice none */
export function renderCredits(credits: readonly Credit[], idle: readonly IdleCase[]): string {
  const silent = idleAmong(credits, idle);
  const excused = credits.filter(({ notices }) => notices.length === 0).length - silent.length;
  const lines = [
    ...silent.map(({ item }) => `${item.id} notices no fault`),
    `${silent.length} of ${credits.length} cases notice no fault, ${excused} more are registered as idle`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The cases that notice nothing and should. */
export function idleAmong(credits: readonly Credit[], idle: readonly IdleCase[]): Credit[] {
  return credits.filter(
    ({ item, notices }) => notices.length === 0 && !idle.some(({ names }) => names(pageOf(item), item.id)),
  );
}

function pageOf({ source }: Case): string {
  return pageId(source.file);
}

/** By case the faults that no other notices; only true when more than one killer was wanted. */
export function renderOnly(fates: readonly Fate[]): string {
  const byCase = new Map<string, string[]>();
  for (const { fault, killers } of fates) {
    const [only] = killers;
    if (only !== undefined && killers.length === 1) byCase.set(only, [...(byCase.get(only) ?? []), fault.id]);
  }
  return [...byCase]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, faults]) => [
      `only ${id} notices ${faults.length}:\n`,
      ...faults.map((fault) => `  ${fault}\n`),
    ])
    .join('');
}

/** What was noticed by the cases that were named. */
export function renderNoticed(credits: readonly Credit[]): string {
  return credits
    .filter(({ notices }) => notices.length > 0)
    .map(({ item, notices }) => `${item.id} notices ${notices[0]}\n`)
    .join('');
}
