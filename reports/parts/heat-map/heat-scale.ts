// The scale of the heat map: steps from a share of nothing to all. The colours differ in luminance from step to step, so that
// they can be told apart in grey and by people who see few colours.

import { type PartScore, shareOf } from '../../../analysis/heat-map/heat-map.ts';
import { percent } from '../percent.ts';

export interface HeatStep {
  /** The least share in percent. */
  readonly from: number;
  readonly words: string;
  /** Hexadecimal colours of the ground and the figure on it, on a light page. */
  readonly ground: string;
  readonly figure: string;
}

const dark = '#10151c';
const light = '#ffffff';

/** The darker, the more fails. */
export const heatSteps: readonly HeatStep[] = [
  { from: 0, words: 'none', ground: '#1c0f33', figure: light },
  { from: Number.MIN_VALUE, words: 'below 25 %', ground: '#3a2a72', figure: light },
  { from: 25, words: '25 to 49 %', ground: '#3f55a0', figure: light },
  { from: 50, words: '50 to 74 %', ground: '#4e8fc4', figure: dark },
  { from: 75, words: '75 to 89 %', ground: '#74bcd3', figure: dark },
  { from: 90, words: '90 to 99 %', ground: '#aedfdc', figure: dark },
  { from: 100, words: 'all', ground: '#e4f5ee', figure: dark },
];

/** The index of the step; undefined if nothing was asked. */
export function heatStepOf(score: PartScore): number | undefined {
  if (score.asked === 0) return undefined;
  const share = score.pass === score.asked ? 100 : shareOf(score) * 100;
  return heatSteps.findLastIndex(({ from }) => share >= from);
}

/** What a cell shows: a sign for all and nothing, otherwise whole percent. */
export function heatFigure(score: PartScore): string {
  if (score.asked === 0) return score.skip > 0 ? '–' : '';
  if (score.pass === score.asked) return '✓';
  return score.pass === 0 ? '✗' : String(Math.max(1, percent(score.pass, score.asked)));
}

/** The same in words. */
export function heatWords({ pass, asked, skip }: PartScore): string {
  const skipped = skip === 0 ? [] : [`${skip} skipped`];
  if (asked === 0) return skipped[0] ?? 'not asked';
  return [`${pass} of ${asked} pass`, ...skipped].join(', ');
}
