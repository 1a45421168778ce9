// The share of each page that an implementation keeps, chapter by chapter.

import type { HeatPart, PartScore } from '../../../analysis/heat-map/heat-map.ts';
import { groupBy } from '../../../model/group-by.ts';
import { heatData } from '../../html/model/heat-data.ts';
import type { Column, Model } from '../../html/model/model.ts';
import { heatFigure, heatStepOf, heatWords } from '../../parts/heat-map/heat-scale.ts';
import { escapeText } from '../../parts/xml.ts';
import { link } from '../frame/elements.ts';
import type { Links } from '../frame/links.ts';

interface ScoredPart {
  readonly part: HeatPart;
  readonly score: PartScore;
}

export function partsTable(model: Model, column: Column, links: Links): string {
  const [map] = heatData(model, [column], 'pages');
  const [row] = map?.groups[0]?.rows ?? [];
  if (!map || !row) return '';
  const scored = map.parts.flatMap((part, at): ScoredPart[] => {
    const score = row.scores[at];
    return score ? [{ part, score }] : [];
  });
  const chapters = [...groupBy(scored, ({ part }) => part.chapter)];
  return `<h2>By page</h2><div class="parts">${chapters.map(([chapter, own]) => chapterTable(chapter, own, links)).join('')}</div>`;
}

function chapterTable(chapter: string, parts: readonly ScoredPart[], links: Links): string {
  const rows = parts.map(({ part, score }) => {
    const name = part.id === 'retired' ? escapeText(part.title) : link(links.page(part.id, ''), part.title);
    return `<tr id="page-${part.id}"><th scope="row">${name}</th><td class="heat-${heatStepOf(score) ?? 'skip'}">${heatFigure(score)}</td>
<td class="hint">${heatWords(score)}</td></tr>`;
  });
  return `<table class="heat parts-table" id="chapter-${chapter}"><caption>${escapeText(chapter)}</caption><tbody>${rows.join('')}</tbody></table>`;
}
