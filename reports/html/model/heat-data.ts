// What the heat map of a report shows: its implementations, by pages or by chapters.

import {
  type HeatMap,
  type HeatPartSource,
  type HeatSource,
  heatMaps,
} from '../../../analysis/heat-map/heat-map.ts';
import { groupBy } from '../../../model/group-by.ts';
import { type CaseItem, type Column, letterWords, type Model } from './model.ts';

export type HeatGrain = 'pages' | 'chapters';

export function heatData(model: Model, columns: readonly Column[], grain: HeatGrain): HeatMap[] {
  const parts = pageParts(model);
  return heatMaps(columns.map(toSource), grain === 'pages' ? parts : chapterParts(parts));
}

/** Whether there are chapters to choose from. */
export function hasChapters({ pages }: Model): boolean {
  return new Set(pages.map(({ chapter }) => chapter)).size > 1;
}

function pageParts(model: Model): HeatPartSource<CaseItem>[] {
  const cases = groupBy(model.cases, ({ ruleItem }) => ruleItem?.pageId ?? '');
  const pages = model.pages.map(({ id, title, chapter = '' }) => ({
    id,
    title,
    chapter,
    cases: cases.get(id) ?? [],
  }));
  const retired = cases.get('') ?? [];
  const rest = { id: 'retired', title: 'No longer in the specification', chapter: 'retired', cases: retired };
  return retired.length === 0 ? pages : [...pages, rest];
}

function chapterParts(pages: readonly HeatPartSource<CaseItem>[]): HeatPartSource<CaseItem>[] {
  return [...groupBy(pages, ({ chapter }) => chapter)].map(([chapter, own]) => ({
    id: chapter,
    title: own.map(({ title }) => title).join(' · '),
    chapter,
    cases: own.flatMap(({ cases }) => cases),
  }));
}

function toSource(column: Column): HeatSource<CaseItem> {
  const { label, name, version, edition, kind, floor } = column;
  return {
    label,
    name,
    version,
    edition,
    kind,
    floor: floor.total.pass,
    verdict(item) {
      const word = letterWords[column.letter(item)];
      return word === 'not asked' ? undefined : word;
    },
  };
}
