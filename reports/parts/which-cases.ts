// Which cases a run asked, if it did not ask all.

/** One sentence; undefined if all cases were selected. */
export function whichCases(cases: number, available: number): string | undefined {
  if (cases >= available) return undefined;
  const selected = cases === 1 ? '1 case was selected' : `${cases} cases were selected`;
  return `Of ${available} cases, ${selected}. Every figure counts only these.`;
}
