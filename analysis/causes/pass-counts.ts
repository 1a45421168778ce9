// How many implementations pass each case.

/** How many of those that were asked pass a case. */
export interface PassCount {
  readonly pass: number;
  readonly asked: number;
}

/** A bar of the histogram: the cases of which so many implementations fail. */
export interface FailBar {
  readonly failing: number;
  readonly cases: number;
}

/** One bar for each number, from 0 to the greatest; cases that nobody was asked are left out. */
export function failBars(counts: readonly PassCount[]): FailBar[] {
  const bars: number[] = [];
  for (const { pass, asked } of counts) {
    if (asked > 0) bars[asked - pass] = (bars[asked - pass] ?? 0) + 1;
  }
  return Array.from(bars, (cases = 0, failing) => ({ failing, cases }));
}
