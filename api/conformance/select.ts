// The cases that a resolve function can be asked.

import type { Question } from '../../model/case.ts';
import { matchGlob } from '../../model/input/match-glob.ts';
import { type JudgedCase, judgedCases } from '../../model/judged-case.ts';
import { UsageError } from '../../model/usage-error.ts';
import { levels, type Way } from '../../model/vocabulary.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { selectFrom } from '../select-from.ts';
import type { ConformanceSettings } from './settings.ts';

/**
 * The cases that ask nothing but resolutions in these ways, as the edition judges them.
 * @throws {UsageError} if a level is unknown, or a glob matches nothing
 */
export function selectResolutions(
  catalog: Catalog,
  edition: string,
  settings: ConformanceSettings,
  ways: readonly Way[],
): JudgedCase[] {
  checkLevels(settings.levels);
  const isRule = ruleFilter(catalog, settings.rules);
  const cases = selectFrom(catalog, settings).filter(
    ({ level, rule }) => (settings.levels?.includes(level) ?? true) && isRule(rule),
  );
  return judgedCases(cases, edition).filter(({ questions }) =>
    questions.every(({ question }) => isAskedBy(question, ways)),
  );
}

function isAskedBy(question: Question, ways: readonly Way[]): boolean {
  return question.kind === 'resolve' && ways.includes(question.by ?? 'require');
}

function checkLevels(wanted: readonly string[] = []): void {
  const unknown = wanted.find((one) => !(levels as readonly string[]).includes(one));
  if (unknown !== undefined)
    throw new UsageError(`levels: unknown level '${unknown}'; expected some of ${levels.join(', ')}`);
}

function ruleFilter({ rules }: Catalog, globs: readonly string[] | undefined): (id: string) => boolean {
  if (globs === undefined) return () => true;
  const ids = new Set<string>();
  for (const glob of globs) {
    const matches = matchGlob(glob, `rules: '${glob}'`);
    const hits = [...rules.keys()].filter((id) => matches(id));
    if (hits.length === 0)
      throw new UsageError(`rules: '${glob}' matches no rule; see 'npx modspec list rules'`);
    for (const id of hits) ids.add(id);
  }
  return (id) => ids.has(id);
}
