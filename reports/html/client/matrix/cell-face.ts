// What a cell of the matrix shows: a figure or a sign, its colour, and the same in words.

import type { PartScore } from '../../../../analysis/heat-map/heat-map.ts';
import { heatFigure, heatStepOf } from '../../../parts/heat-map/heat-scale.ts';
import { type CaseItem, type Column, type Letter, letterWords } from '../../model/model.ts';
import { signs } from '../../model/signs.ts';
import { tallyColumn } from '../../model/tally-column.ts';

export interface CellFace {
  readonly class: string;
  readonly text: string;
  readonly said: string;
}

/** The best and the worst step of the scale, so that a case looks as a rule that passes or fails as a whole. */
const caseClasses: Readonly<Record<Letter, string>> = {
  p: 'heat-6',
  f: 'heat-0',
  c: 'heat-1',
  t: 'heat-1',
  e: 'heat-1',
  s: 'heat-skip',
  '.': 'heat-none',
};

export function faceOfCase(item: CaseItem, column: Column): CellFace {
  const letter = column.letter(item);
  return { class: caseClasses[letter], text: letter === '.' ? '' : signs[letter], said: letterWords[letter] };
}

/** @param narrow whether there is place for a percentage only */
export function faceOfMany(cases: readonly CaseItem[], column: Column, narrow: boolean): CellFace {
  const { pass, asked, skip } = tallyColumn(column, cases);
  const score: PartScore = { pass, asked, skip };
  const step = heatStepOf(score);
  const figure = heatFigure(score);
  const partly = pass > 0 && pass < asked;
  return {
    class: figure === '' ? 'heat-none' : `heat-${step ?? 'skip'}`,
    text: partly && !narrow ? `${pass}/${asked}` : figure,
    said: asked > 0 ? `${pass}/${asked} pass` : skip > 0 ? letterWords.s : letterWords['.'],
  };
}
