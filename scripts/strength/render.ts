// A measurement in words: the score, and what survived and why it may live.

import { createNullFloor } from '../../analysis/null-floor/null-floor.ts';
import type { Case } from '../../model/case.ts';
import { currentEdition } from '../../model/editions.ts';
import { judgedCases } from '../../model/judged-case.ts';
import type { Equivalents } from './equivalents.ts';
import type { Fate } from './measure.ts';

export function renderMeasurement(
  fates: readonly Fate[],
  unsound: readonly string[],
  equivalents: Equivalents,
): string {
  const judged = fates.filter(({ fault }) => !equivalents.reasons.has(fault.id));
  const survivors = judged.filter(({ killers }) => killers.length === 0);
  const lines = [
    ...survivors.flatMap(renderSurvivor),
    ...unsound.map((pair) => `the reference without any fault: ${pair}`),
    ...renderFiles(judged),
    renderScore(fates, judged.length - survivors.length, judged.length),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Entries of the register that are about nothing, or about what some case does notice. */
export function findStale(fates: readonly Fate[], { stale, reasons, placeOf }: Equivalents): string[] {
  const noticed = fates.filter(({ fault, killers }) => killers.length > 0 && reasons.has(fault.id));
  return [
    ...stale,
    ...noticed.map(
      ({ fault, killers }) =>
        `${placeOf(fault.id)}: ${fault.id} is not an equivalent: ${killers[0]} notices it; remove the entry`,
    ),
  ];
}

function renderSurvivor({ fault, reachedBy }: Fate): string[] {
  const step = fault.step === undefined ? '' : ` (${fault.step})`;
  const why =
    reachedBy.length === 0
      ? 'no case comes by'
      : `${reachedBy.length} cases that come by were asked and see no difference, such as ${reachedBy.slice(0, 3).join(', ')}`;
  return [
    `reference/${fault.file}.ts:${fault.line}${step}: survives: ${fault.change}`,
    `  ${fault.id}; ${why}`,
  ];
}

function renderFiles(fates: readonly Fate[]): string[] {
  const files = [...new Set(fates.map(({ fault }) => fault.file))];
  return files.map((file) => {
    const own = fates.filter(({ fault }) => fault.file === file);
    const killed = own.filter(({ killers }) => killers.length > 0);
    return `${`reference/${file}.ts`.padEnd(40)} ${String(killed.length).padStart(4)} of ${String(own.length).padStart(4)}`;
  });
}

function renderScore(fates: readonly Fate[], killed: number, judged: number): string {
  const score = judged === 0 ? 100 : Math.floor((1000 * killed) / judged) / 10;
  return `${killed} of ${judged} faults noticed (${score} %), ${fates.length - judged} more are registered as equivalent`;
}

/** What loaders without any sense pass, in the text and in today's edition. */
export function renderNullFloor(cases: readonly Case[]): string {
  const floor = createNullFloor();
  return ['locked', currentEdition]
    .map((edition) => {
      const asked = judgedCases(cases, edition).map(({ item }) => item);
      const { loader, pass } = floor.best(asked, edition);
      const any = floor.passed(asked, edition).length;
      const share = (count: number) =>
        `${count} of ${asked.length} cases (${Math.round((1000 * count) / asked.length) / 10} %)`;
      return `null floor in ${edition}: ${share(pass)} pass on a loader that ${loader}, ${share(any)} on some loader without sense\n`;
    })
    .join('');
}
