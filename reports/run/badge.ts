// The badge: an SVG image, or the JSON from which shields.io draws one.

import { countVerdicts, isUnexpected } from '../../analysis/tally.ts';
import type { Run } from '../../model/run.ts';
import { element, escapeXml } from '../parts/xml.ts';

export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: 'brightgreen' | 'yellowgreen' | 'orange' | 'red' | 'lightgrey';
}

/** For one implementation its edition and the passed cases; for several, how many of them pass all cases. */
export function summarizeBadge({ header, verdicts, footer }: Run): Badge {
  const [only, ...others] = header.implementations;
  if (!footer.complete || !only) return { label: 'modspec', message: 'incomplete', color: 'lightgrey' };
  if (others.length > 0) return severalBadge(header.implementations, verdicts);
  const { pass, total, skip } = countVerdicts(verdicts);
  const asked = total - skip;
  const broken = verdicts.some(({ verdict }) => verdict === 'error');
  const color = broken ? 'lightgrey' : colourOf(pass, asked);
  return { label: `modspec ${only.edition}`, message: broken ? 'broken' : `${pass}/${asked}`, color };
}

function severalBadge(implementations: Run['header']['implementations'], verdicts: Run['verdicts']): Badge {
  const green = implementations.filter(
    ({ spec }) => !verdicts.some((verdict) => verdict.implementation === spec && isUnexpected(verdict)),
  );
  const message = `${green.length} of ${implementations.length} conform`;
  return { label: 'modspec', message, color: colourOf(green.length, implementations.length) };
}

function colourOf(pass: number, asked: number): Badge['color'] {
  if (asked === 0) return 'lightgrey';
  if (pass === asked) return 'brightgreen';
  if (pass >= asked * 0.95) return 'yellowgreen';
  return pass >= asked * 0.75 ? 'orange' : 'red';
}

/** For https://shields.io/badges/endpoint-badge. */
export function renderBadgeJson(run: Run): string {
  return `${JSON.stringify({ schemaVersion: 1, ...summarizeBadge(run) })}\n`;
}

const colours: Readonly<Record<Badge['color'], string>> = {
  brightgreen: '#2b7a0b',
  yellowgreen: '#5f6f0c',
  orange: '#a34f00',
  red: '#b3261e',
  lightgrey: '#666',
};

export function renderBadgeSvg(run: Run): string {
  const { label, message, color } = summarizeBadge(run);
  const [left, right] = [widthOf(label), widthOf(message)];
  const width = left + right;
  const box = { height: 20, y: 0 };
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: 20,
      role: 'img',
      'aria-label': `${label}: ${message}`,
    },
    [
      element('title', {}, [escapeXml(`${label}: ${message}`)]),
      element('clipPath', { id: 'round' }, [element('rect', { width, height: 20, rx: 3 })]),
      element('g', { 'clip-path': 'url(#round)' }, [
        element('rect', { ...box, x: 0, width: left, fill: '#444' }),
        element('rect', { ...box, x: left, width: right, fill: colours[color] }),
      ]),
      textAt(label, left / 2, left),
      textAt(message, left + right / 2, right),
    ],
  )}\n`;
}

const padding = 6;

/** The approximate width of a letter of Verdana at 11 px; `textLength` corrects the rest. */
function widthOf(text: string): number {
  return Math.round(text.length * 6.7) + 2 * padding;
}

function textAt(text: string, x: number, width: number): string {
  const attributes = {
    x,
    y: 14,
    fill: '#fff',
    'text-anchor': 'middle',
    'font-family': 'Verdana,DejaVu Sans,sans-serif',
    'font-size': 11,
    textLength: width - 2 * padding,
  };
  return element('text', attributes, [escapeXml(text)]);
}
