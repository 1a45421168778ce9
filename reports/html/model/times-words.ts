// How long a case took in some implementations.

import type { CaseItem, Column } from './model.ts';

export function timesWords(columns: readonly Column[], item: CaseItem): string {
  const all = columns.flatMap((column) => column.milliseconds(item) ?? []);
  if (all.length === 0) return 'not asked';
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least === most ? `${most} ms` : `${least}–${most} ms`;
}
