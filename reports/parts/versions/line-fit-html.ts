// Which release line each implementation behaves like, as a table with a cell for each line.

import { closestLines, type LineScore } from '../../../analysis/versions/rule-lines.ts';
import { heatFigure, heatStepOf } from '../heat-map/heat-scale.ts';
import { percent } from '../percent.ts';
import { element, escapeXml } from '../xml.ts';

export interface LineFit {
  readonly label: string;
  readonly edition: string;
  readonly href: string;
  readonly scores: readonly LineScore[];
}

export function lineFitHtml(fits: readonly LineFit[], title: string): string {
  const lines = fits[0]?.scores.map(({ line }) => line) ?? [];
  return element('table', { class: 'heat line-fit' }, [
    element('caption', { class: 'unseen' }, [escapeXml(title)]),
    element('thead', {}, [
      element('tr', {}, [
        '<th scope="col" class="heat-name">Implementation</th>',
        '<th scope="col" class="like">Behaves like</th>',
        ...lines.map((line) => element('th', { scope: 'col' }, [escapeXml(line.replace(/^node-/, ''))])),
      ]),
    ]),
    element('tbody', {}, fits.map(rowHtml)),
  ]);
}

function rowHtml({ label, edition, href, scores }: LineFit): string {
  const closest = closestLines(scores);
  return element('tr', {}, [
    element('th', { scope: 'row', class: 'heat-name' }, [
      element('a', { href, title: `${label}, judged by ${edition}` }, [`<bdi>${escapeXml(label)}</bdi>`]),
    ]),
    element('td', { class: 'like' }, [escapeXml(closestWords(closest))]),
    ...scores.map((score) => cellHtml(score, closest.includes(score))),
  ]);
}

/** Such as `node-10, 98 %`; of several lines that are as close, the first and the last. */
function closestWords(closest: readonly LineScore[]): string {
  const [first] = closest;
  const last = closest.at(-1);
  if (!first || !last) return '–';
  const name = first === last ? first.line : `${first.line} to ${last.line.replace(/^node-/, '')}`;
  return `${name}, ${percent(first.agree, first.asked)} %`;
}

function cellHtml({ line, agree, asked }: LineScore, isClosest: boolean): string {
  const score = { pass: agree, asked, skip: 0 };
  const figure = heatFigure(score);
  if (figure === '') return '<td class="heat-none"></td>';
  const title = `${agree} of ${asked} answers are those of ${line}`;
  return element('td', { class: `heat-${heatStepOf(score)}${isClosest ? ' closest' : ''}`, title }, [figure]);
}
