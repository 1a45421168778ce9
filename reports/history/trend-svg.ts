// Implementations over their versions as one picture: for each, the share of cases that its versions pass.

import type { History } from '../../model/history.ts';
import { percent } from '../parts/percent.ts';
import { element, escapeXml } from '../parts/xml.ts';

const columns = 4;
const cell = { width: 220, height: 112, left: 10, right: 54, top: 30, bottom: 26 } as const;
const style = `text{font:12px system-ui,sans-serif;fill:#1f2328}.name{font-weight:600}.small{font-size:10.5px;fill:#59636e}
path{fill:none;stroke:#4a6f94;stroke-width:2}circle{fill:#4a6f94}line{stroke:#d1d9e0}
@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.small{fill:#9198a1}path{stroke:#8ab4dc}circle{fill:#8ab4dc}line{stroke:#3d444d}}`;

/** It needs no style of the page around it. All share one scale, from none of the cases to all. */
export function renderTrend(histories: readonly History[]): string {
  const drawn = histories.map(trackOf).filter(({ points }) => points.length > 1);
  const rows = Math.ceil(drawn.length / columns);
  const words = drawn.map(
    ({ name, points }) => `${name} ${percentOf(points[0])} to ${percentOf(points.at(-1))} %`,
  );
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${columns * cell.width} ${rows * cell.height}`,
      role: 'img',
      'aria-label': words.join(', '),
    },
    [element('style', {}, [style]), ...drawn.map(drawCell)],
  )}\n`;
}

interface Point {
  readonly version: string;
  readonly pass: number;
  readonly asked: number;
}

function trackOf({ implementation: { name }, versions }: History) {
  const points = versions.flatMap(({ version, pass, asked }): Point[] =>
    pass === undefined || !asked ? [] : [{ version, pass, asked }],
  );
  return { name, points };
}

function drawCell({ name, points }: ReturnType<typeof trackOf>, index: number): string {
  const left = (index % columns) * cell.width;
  const top = Math.floor(index / columns) * cell.height;
  const bottom = cell.height - cell.bottom;
  const x = (at: number) => cell.left + (at / (points.length - 1)) * (cell.width - cell.left - cell.right);
  const y = ({ pass, asked }: Point) => bottom - (pass / asked) * (bottom - cell.top);
  const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(point).toFixed(1)}`);
  const [first, last] = [points[0], points.at(-1)] as [Point, Point];
  const end = x(points.length - 1);
  return element('g', { transform: `translate(${left} ${top})` }, [
    element('text', { class: 'name', x: cell.left, y: 18 }, [escapeXml(name)]),
    element('line', { x1: cell.left, x2: end, y1: bottom, y2: bottom }),
    element('line', { x1: cell.left, x2: end, y1: cell.top, y2: cell.top }),
    element('path', { d: path.join('') }),
    element('circle', { cx: end, cy: y(last).toFixed(1), r: 3 }),
    element('text', { x: end + 8, y: Number(y(last).toFixed(1)) + 4 }, [`${percentOf(last)} %`]),
    element('text', { class: 'small', x: cell.left, y: bottom + 15 }, [escapeXml(first.version)]),
    element('text', { class: 'small', x: end, y: bottom + 15, 'text-anchor': 'end' }, [
      escapeXml(last.version),
    ]),
  ]);
}

function percentOf(point: Point | undefined): string {
  return point ? String(percent(point.pass, point.asked)) : '';
}
