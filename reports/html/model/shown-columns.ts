// Which columns are shown, and in which order.

import { percent } from '../../parts/percent.ts';
import type { Column, Model } from './model.ts';
import type { Route } from './route.ts';
import { tallyColumn } from './tally-column.ts';

export function shownColumns(model: Model, { sort, hidden }: Pick<Route, 'sort' | 'hidden'>): Column[] {
  const columns = model.columns.filter(({ label }) => !hidden.includes(label));
  switch (sort) {
    case 'given':
      return columns;
    case 'name':
      return columns.sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
    case 'edition':
      return columns.sort((a, b) => a.edition.localeCompare(b.edition, 'en', { numeric: true }));
    case 'passed':
      return columns.sort((a, b) => score(model, b) - score(model, a));
  }
}

function score(model: Model, column: Column): number {
  const { pass, asked } = tallyColumn(column, model.cases);
  return percent(pass, asked);
}
