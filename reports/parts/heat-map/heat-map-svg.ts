// The heat map as a picture of its own, for pages and slides.

import type { HeatGroup, HeatMap, HeatPart, HeatRow } from '../../../analysis/heat-map/heat-map.ts';
import { percent } from '../percent.ts';
import { element, escapeXml } from '../xml.ts';
import { heatFigure, heatStepOf, heatSteps, heatWords } from './heat-scale.ts';

/** In CSS pixels. */
const sizes = { name: 200, bar: 130, cell: 22, row: 20, gap: 8, head: 120, margin: 16, legend: 34 } as const;
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** Several maps are below each other. */
export function heatMapSvg(maps: readonly HeatMap[], title: string): string {
  const drawn = maps.map(drawMap);
  const width = Math.max(1, ...drawn.map((one) => one.width));
  const height = Math.max(
    1,
    drawn.reduce((sum, one) => sum + one.height, 0),
  );
  let y = 0;
  const placed = drawn.map((one) => {
    y += one.height;
    return element('g', { transform: `translate(0 ${y - one.height})` }, one.content);
  });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': font,
    },
    [
      element('title', {}, [escapeXml(title)]),
      element('rect', { width, height, fill: '#ffffff' }),
      ...placed,
    ],
  );
}

interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly content: readonly string[];
}

function drawMap({ parts, groups }: HeatMap): DrawnMap {
  const rows = groups.reduce((count, group) => count + group.rows.length, 0);
  const bottom = sizes.margin + sizes.head + rows * sizes.row + groups.length * (sizes.gap + 14);
  return {
    width: sizes.margin * 2 + sizes.name + sizes.bar + parts.length * sizes.cell,
    height: bottom + sizes.legend,
    content: [...parts.map(partHead), ...drawGroups(groups, parts), ...legend(bottom + 18)],
  };
}

function text(
  x: number,
  y: number,
  words: string,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return element('text', { x, y, 'font-size': 11, fill: '#1b1f24', ...more }, [escapeXml(words)]);
}

function cellX(at: number): number {
  return sizes.margin + sizes.name + sizes.bar + at * sizes.cell;
}

function partHead({ id }: HeatPart, at: number): string {
  const x = cellX(at) + sizes.cell / 2 + 4;
  const y = sizes.margin + sizes.head - 6;
  return text(x, y, id, { 'font-size': 10, fill: '#59616b', transform: `rotate(-90 ${x} ${y})` });
}

function drawGroups(groups: readonly HeatGroup[], parts: readonly HeatPart[]): string[] {
  let y = sizes.margin + sizes.head;
  return groups.flatMap(({ kind, rows }) => {
    const head = kind === '' ? [] : [text(sizes.margin, y + 14, kind, { fill: '#59616b' })];
    const drawn = rows.map((row, at) => drawRow(row, parts, y + 18 + at * sizes.row));
    y += sizes.gap + 14 + rows.length * sizes.row;
    return [...head, ...drawn];
  });
}

function drawRow(row: HeatRow, parts: readonly HeatPart[], y: number): string {
  return element('g', {}, [
    text(sizes.margin, y + 14, row.label),
    ...drawBar(row, y),
    ...parts.map((part, at) => drawCell(row, part, at, y)),
  ]);
}

function drawBar({ total, floor }: HeatRow, y: number): string[] {
  const x = sizes.margin + sizes.name;
  const long = sizes.bar - 46;
  const at = (pass: number) => (total.asked === 0 ? 0 : (pass / total.asked) * long);
  return [
    element('rect', { x, y: y + 5, width: long, height: 9, rx: 2, fill: '#e3e7ec' }),
    element('rect', { x, y: y + 5, width: at(total.pass), height: 9, rx: 2, fill: '#4a6f8f' }),
    element('rect', { x: x + at(floor), y: y + 3, width: 1.5, height: 13, fill: '#1b1f24' }),
    text(x + long + 38, y + 14, `${percent(total.pass, total.asked)} %`, { 'text-anchor': 'end' }),
  ];
}

function drawCell(row: HeatRow, part: HeatPart, at: number, y: number): string {
  const score = row.scores[at] ?? { pass: 0, asked: 0, skip: 0 };
  const figure = heatFigure(score);
  if (figure === '') return '';
  const step = heatSteps[heatStepOf(score) ?? -1];
  const [x, size] = [cellX(at), sizes.cell - 1];
  return element('g', {}, [
    element('title', {}, [escapeXml(`${row.label} · ${part.title}: ${heatWords(score)}`)]),
    element('rect', { x, y, width: size, height: sizes.row - 1, fill: step?.ground ?? 'none' }),
    text(x + size / 2, y + 14, figure, {
      'font-size': 10,
      'text-anchor': 'middle',
      fill: step?.figure ?? '#59616b',
    }),
  ]);
}

function legend(y: number): string[] {
  return [...heatSteps].reverse().flatMap(({ words, ground }, at) => {
    const x = sizes.margin + at * 96;
    return [
      element('rect', {
        x,
        y: y - 10,
        width: 12,
        height: 12,
        fill: ground,
        stroke: '#59616b',
        'stroke-width': 0.5,
      }),
      text(x + 17, y, words),
    ];
  });
}
