// The versions of one implementation as a line, with the versions at which rules turned.

import type { VersionPoint } from '../../../analysis/versions/version-track.ts';
import { percent } from '../percent.ts';
import { element, escapeXml } from '../xml.ts';

const size = { width: 900, height: 190, left: 44, right: 56, top: 16, bottom: 54 } as const;

export function trackSvg(points: readonly VersionPoint[]): string {
  const shares = points.map(({ pass, asked }) => (asked === 0 ? 0 : (pass / asked) * 100));
  const least = Math.max(0, Math.floor((Math.min(...shares, 100) - 2) / 5) * 5);
  const most = Math.min(100, Math.ceil((Math.max(...shares, 0) + 1) / 5) * 5);
  const x = (at: number) =>
    size.left + (points.length < 2 ? 0 : (at / (points.length - 1)) * (size.width - size.left - size.right));
  const y = (share: number) =>
    size.top + (1 - (share - least) / Math.max(1, most - least)) * (size.height - size.top - size.bottom);
  const path = shares
    .map((share, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(share).toFixed(1)}`)
    .join('');
  return element(
    'svg',
    {
      class: 'track',
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-label': inWords(points),
    },
    [
      ...[least, most].map((share) => scale(share, y(share))),
      element('path', { class: 'track-line', d: path }),
      ...points.map((point, at) => mark(point, x(at), y(shares[at] ?? 0), at % every(points.length) === 0)),
    ],
  );
}

/** So that the names of versions do not touch each other. */
function every(count: number): number {
  return Math.ceil(count / 24);
}

function scale(share: number, y: number): string {
  return element('g', { class: 'track-scale' }, [
    element('line', { x1: size.left, x2: size.width - size.right, y1: y, y2: y }),
    element('text', { x: size.left - 6, y: y + 4, 'text-anchor': 'end' }, [`${share} %`]),
  ]);
}

function mark(point: VersionPoint, x: number, y: number, named: boolean): string {
  const { version, pass, asked, kept, broken } = point;
  const turned = kept.length + broken.length > 0;
  const name = element(
    'text',
    { x, y: size.height - size.bottom + 14, transform: `rotate(40 ${x} ${size.height - size.bottom + 14})` },
    [escapeXml(version)],
  );
  return element('g', {}, [
    element('title', {}, [escapeXml(`${version}: ${pass} of ${asked} pass`)]),
    element('circle', { class: turned ? 'track-turn' : 'track-point', cx: x, cy: y, r: turned ? 5 : 2.5 }),
    named || turned ? name : '',
  ]);
}

function inWords(points: readonly VersionPoint[]): string {
  return points.map(({ version, pass, asked }) => `${version} ${percent(pass, asked)} %`).join(', ');
}
