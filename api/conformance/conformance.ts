// The cases as tests for any runner: each has a name and a function that fails as tests do.

import { AssertionError } from 'node:assert';
import { askHere } from '../../harness/run/ask-here.ts';
import { needsMetHere } from '../../harness/run/needs-here.ts';
import { reasonToSkip } from '../../harness/run/reason-to-skip.ts';
import { diskStore, storeIn } from '../../harness/trees/tree-store.ts';
import type { Case, Rule } from '../../model/case.ts';
import { defaultTimeoutMs } from '../../model/default-timeout.ts';
import { currentEdition } from '../../model/editions.ts';
import { groupBy } from '../../model/group-by.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Capability, resolverCapabilities, type Way, waysOfImport } from '../../model/vocabulary.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import type { ResolveFunction, ResolveImportFunction } from '../adapter-module.ts';
import { checkEdition } from '../check-edition.ts';
import { readAcceptedCases } from './accepted.ts';
import { type CaseCheck, checkCase } from './check-case.ts';
import { selectResolutions } from './select.ts';
import type { ConformanceSettings } from './settings.ts';

/** A test to register. */
export interface ConformanceTest {
  /** Unique: the id and the title of the case, or of the rule. */
  readonly name: string;
  readonly rule: Rule;
  /** The cases that it checks. */
  readonly cases: readonly Case[];
  /** Why nothing of it can be asked; false if something can. */
  readonly skip: string | false;
  /** Builds each tree, asks your function and judges the answer. Rejects with an `AssertionError` if one is not as expected. */
  readonly check: () => Promise<void>;
}

/** Functions that resolve specifiers, one for each way: `require`, `import` and `import.meta.resolve`. */
export interface ResolveFunctions {
  readonly resolve?: ResolveFunction | undefined;
  readonly resolveImport?: ResolveImportFunction | undefined;
  readonly resolveImportMeta?: ResolveImportFunction | undefined;
}

/**
 * The tests for a function that resolves specifiers, in the order of the pages. Only cases that ask nothing but resolutions
 * are among them.
 * @param resolve the function for `require`, or one for each way that is to be asked
 * @throws {UsageError} if a setting is wrong, or the baseline can't be read
 */
export function conformance(
  resolve: ResolveFunction | ResolveFunctions,
  settings: ConformanceSettings = {},
): ConformanceTest[] {
  const resolvers = typeof resolve === 'function' ? { resolve } : resolve;
  const ways = waysOffered(resolvers);
  const { edition = currentEdition, spec, capabilities = impliedBy(ways), baseline } = settings;
  const { timeoutMs = defaultTimeoutMs } = settings;
  checkEdition(edition);
  const catalog = loadCatalog(spec);
  const store = settings.fs ? storeIn(settings.fs) : diskStore;
  const machine = needsMetHere(store);
  const accepted = baseline && readAcceptedCases(baseline, catalog);
  const errorCodes = capabilities.includes('error codes');
  const checks = selectResolutions(catalog, edition, settings, ways).map((judged): CaseCheck => {
    const skip = reasonToSkip(judged, { capabilities }, machine);
    const ask = () => askHere(judged, { resolvers, errorCodes, store, timeoutMs });
    return { judged, rule: ruleOf(judged, catalog.rules), skip, ask, accepted };
  });
  return settings.by === 'rule'
    ? testsByRule(checks)
    : checks.map((check) => testOf([check], titleOf(check)));
}

/** @throws {UsageError} if there is none */
function waysOffered({ resolve, resolveImport, resolveImportMeta }: ResolveFunctions): Way[] {
  const ways: readonly (Way | undefined)[] = [
    resolve && 'require',
    resolveImport && 'import',
    resolveImportMeta && 'import.meta.resolve',
  ];
  const offered = ways.filter((way) => way !== undefined);
  if (offered.length > 0) return offered;
  throw new UsageError('expected one of the functions resolve, resolveImport, resolveImportMeta; found none');
}

function impliedBy(ways: readonly Way[]): Capability[] {
  const imports = waysOfImport.filter((way) => ways.includes(way));
  const usual = resolverCapabilities.filter((name) => name !== 'resolve' || ways.includes('require'));
  return [...usual, ...imports, ...(imports.length > 0 ? (['url specifiers'] as const) : [])];
}

function ruleOf({ item }: JudgedCase, rules: ReadonlyMap<string, Rule>): Rule {
  const rule = rules.get(item.rule);
  if (rule) return rule;
  throw new RangeError(`${item.id} belongs to the rule ${item.rule}, which there is not`);
}

function titleOf({ judged: { item } }: CaseCheck): string {
  return `${item.id}: ${item.title}`;
}

function testsByRule(checks: readonly CaseCheck[]): ConformanceTest[] {
  return [...groupBy(checks, ({ rule }) => rule)].map(([rule, own]) =>
    testOf(own, `${rule.id}: ${rule.title}`),
  );
}

function testOf(checks: readonly CaseCheck[], name: string): ConformanceTest {
  const [first] = checks;
  if (!first) throw new RangeError('a test has a case at least');
  const asked = checks.filter(({ skip }) => skip === undefined);
  return {
    name,
    rule: first.rule,
    cases: checks.map(({ judged }) => judged.item),
    skip: asked.length > 0 ? false : (first.skip ?? false),
    check: () => checkAll(asked),
  };
}

/** All cases are asked, so that all that fail are named at once. */
async function checkAll(checks: readonly CaseCheck[]): Promise<void> {
  const errors: unknown[] = [];
  for (const check of checks) {
    try {
      await checkCase(check);
    } catch (error) {
      errors.push(error);
    }
  }
  const [first] = errors;
  if (errors.length === 1) throw first;
  if (errors.length > 1) throw joinFailures(errors, checks.length);
}

function joinFailures(errors: readonly unknown[], asked: number): AssertionError {
  const texts = errors.map((error) => (error instanceof Error ? error.message : String(error)));
  return new AssertionError({
    message: [`${errors.length} of ${asked} cases fail`, ...texts].join('\n\n'),
    expected: '0 failures',
    actual: `${errors.length} failures`,
    operator: 'resolves as the specification says',
  });
}
