// A share as a percentage.

/** In whole percent; 100 only if it is all of them. */
export function percent(pass: number, asked: number): number {
  if (asked === 0) return 0;
  return pass === asked ? 100 : Math.min(99, Math.round((pass / asked) * 100));
}
