// The versions in which rules turned.

import type { History, RuleRange } from '../../model/history.ts';

export interface Turn {
  readonly rule: string;
  readonly before: RuleRange['holds'];
  readonly after: RuleRange['holds'];
}

/** The rules that turned in each version, against the version asked before it; only versions in which one did. */
export function turnsIn({
  versions,
  rules,
}: History): { readonly version: string; readonly turns: readonly Turn[] }[] {
  return versions.flatMap(({ version }) => {
    const turns = Object.entries(rules).flatMap(([rule, ranges]) => {
      const at = ranges.findIndex(({ from }) => from === version);
      const [before, after] = [ranges[at - 1], ranges[at]];
      return before && after ? [{ rule, before: before.holds, after: after.holds }] : [];
    });
    return turns.length === 0 ? [] : [{ version, turns }];
  });
}
