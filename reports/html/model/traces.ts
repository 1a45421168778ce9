// The steps of the reference for a resolution, as the page shows them.

import type { DepartureData } from '../data/report-data.ts';
import type { CaseItem, Column, Model } from './model.ts';

export interface ShownTrace {
  readonly edition: string;
  readonly events: readonly ShownEvent[];
  readonly answer: string;
  readonly departures: readonly ShownDeparture[];
}

export interface ShownEvent {
  readonly step: string;
  readonly outcome: string;
  readonly path: string;
}

export interface ShownDeparture extends DepartureData {
  readonly columns: readonly Column[];
}

/** One trace for every edition that has one, those with departures first. */
export function tracesOf(
  model: Model,
  columns: readonly Column[],
  item: CaseItem,
  index: number,
): ShownTrace[] {
  const { traces } = model.data;
  const shown = traces.editions.flatMap((edition, at) => {
    const list = traces.all[traces.of[`${item.index}.${index}.${at}`] ?? -1];
    if (!list) return [];
    const texts = list.map(model.text);
    const departures = departuresOf(columns, item, index, edition);
    return [{ edition, events: texts.slice(0, -1).map(toEvent), answer: texts.at(-1) ?? '', departures }];
  });
  return shown.sort((a, b) => Number(b.departures.length > 0) - Number(a.departures.length > 0));
}

function toEvent(text: string): ShownEvent {
  const [step = '', outcome = '', ...path] = text.split('|');
  return { step, outcome, path: path.join('|') };
}

function departuresOf(
  columns: readonly Column[],
  item: CaseItem,
  index: number,
  edition: string,
): ShownDeparture[] {
  const groups = new Map<string, ShownDeparture & { columns: Column[] }>();
  for (const column of columns.filter((one) => one.edition === edition)) {
    const departure = departureOf(column, item, index);
    if (!departure) continue;
    const key = JSON.stringify(departure);
    const group = groups.get(key);
    if (group) group.columns.push(column);
    else groups.set(key, { ...departure, columns: [column] });
  }
  return [...groups.values()];
}

function departureOf(column: Column, item: CaseItem, index: number): DepartureData | undefined {
  return column.detail(item)?.checks?.find(([question]) => question === index)?.[4];
}

/** So many steps behind the last departure are shown at first. */
const after = 2;

/** How many of the steps are shown at first; all if no loader left. */
export function stepsShown({ events, departures }: ShownTrace): number {
  const last = Math.max(-1, ...departures.map(({ at }) => at));
  return last < 0 ? events.length : Math.min(events.length, last + 1 + after);
}

export function departureWords({ data }: Model, { kind, on, columns }: ShownDeparture): string {
  const who = columns.map(({ label }) => label).join(', ');
  switch (kind) {
    case 'edition':
      return `◀ ${who} left here: it answers as ${data.selectors[on ?? -1] ?? 'another edition'} does, whose steps differ from here on`;
    case 'missed':
      return `◀ ${who} left here: a loader that does not see this answers the same`;
    case 'latest':
      return `◀ ${who} left at this step or before`;
  }
}
