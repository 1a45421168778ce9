// Several versions of one implementation in a row: how many cases each passes, and where rules turned.

import type { VerdictWord } from '../../model/run.ts';

export interface VersionSource<T> {
  readonly version: string;
  readonly verdict: (item: T) => VerdictWord | undefined;
}

export interface VersionPoint {
  readonly version: string;
  readonly pass: number;
  readonly asked: number;
  /** The rules that are kept as a whole since this version, and those that are broken since. */
  readonly kept: readonly string[];
  readonly broken: readonly string[];
}

export interface TrackedRule<T> {
  readonly rule: string;
  readonly cases: readonly T[];
}

/** Oldest version first. */
export function versionTrack<T>(
  sources: readonly VersionSource<T>[],
  rules: readonly TrackedRule<T>[],
): VersionPoint[] {
  const inOrder = [...sources].sort((a, b) => compareVersions(a.version, b.version));
  return inOrder.map((source, at) => {
    const before = inOrder[at - 1];
    const turned = before ? rules.map((rule) => turnOf(rule, before, source)) : [];
    const named = (turn: boolean) =>
      rules.flatMap(({ rule }, index) => (turned[index] === turn ? [rule] : []));
    return { version: source.version, ...countIn(source, rules), kept: named(true), broken: named(false) };
  });
}

function countIn<T>({ verdict }: VersionSource<T>, rules: readonly TrackedRule<T>[]) {
  const words = rules.flatMap(({ cases }) => cases.map(verdict));
  const asked = words.filter((word) => word !== undefined && word !== 'skip').length;
  return { pass: words.filter((word) => word === 'pass').length, asked };
}

/** True if the rule is kept now and was not before, false if the other way round. */
function turnOf<T>(
  rule: TrackedRule<T>,
  before: VersionSource<T>,
  after: VersionSource<T>,
): boolean | undefined {
  const [old, current] = [isKept(rule, before), isKept(rule, after)];
  return old === undefined || current === undefined || old === current ? undefined : current;
}

function isKept<T>({ cases }: TrackedRule<T>, { verdict }: VersionSource<T>): boolean | undefined {
  const words = cases.map(verdict).filter((word) => word !== undefined && word !== 'skip');
  return words.length === 0 ? undefined : words.every((word) => word === 'pass');
}

/** By their numbers: 1.9 comes before 1.10. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
