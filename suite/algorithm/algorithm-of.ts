// The algorithm of one edition as data: an operation, and all operations that it reaches there, with the steps that are
// taken there.

import type { Rule, Step } from '../../model/case.ts';
import { operationOf } from '../pages/steps.ts';

/** An operation of the pages. */
export interface Operation {
  /** Such as `LOAD_AS_FILE`. */
  readonly name: string;
  /** With its parameters, such as `LOAD_AS_FILE(X)`. */
  readonly title: string;
  /** The id of the rule that states it. */
  readonly rule: string;
  /** What it is for and what it returns, Markdown. */
  readonly purpose: string;
  readonly steps: readonly Step[];
}

/** All operations of these rules, in their order. */
export function operationsOf(rules: Iterable<Rule>): Operation[] {
  return [...rules].flatMap(({ id, title, text, steps }) => {
    const name = operationOf(title);
    if (name === undefined || steps.length === 0) return [];
    return [{ name, title: title.replaceAll('`', ''), rule: id, purpose: textBeforeSteps(text), steps }];
  });
}

/** The operation of a name such as `REQUIRE`, or of the rule with this id. */
export function findOperation(operations: readonly Operation[], wanted: string): Operation | undefined {
  return operations.find(({ name, rule }) => name === wanted || rule === wanted);
}

/**
 * An operation, and then the operations that its steps reach, in the order of the pages.
 * @param edition only the steps that are taken in it; all steps without it
 */
export function algorithmOf(
  operations: readonly Operation[],
  start: Operation,
  edition?: string,
): Operation[] {
  const limited = operations.map((operation) => ({
    ...operation,
    steps: operation.steps.filter(({ editions }) => isTaken(editions, edition)),
  }));
  const reached = new Set([start.name]);
  for (const name of reached) {
    const steps = limited.find((operation) => operation.name === name)?.steps ?? [];
    for (const other of namesIn(steps)) reached.add(other);
  }
  const found = limited.filter(({ name }) => reached.has(name));
  return [
    ...found.filter(({ name }) => name === start.name),
    ...found.filter(({ name }) => name !== start.name),
  ];
}

/** The operations with which a resolution begins, by `require` and by the ways of `import`. */
export const resolutions: readonly string[] = ['REQUIRE', 'ESM_RESOLVE', 'IMPORT_META_RESOLVE'];

/** The labels of the steps that any operation of the pages can take in an edition, when a file is asked for or loaded there. */
export function labelsIn(operations: readonly Operation[], edition: string): Set<string> {
  const reachedFrom = (names: readonly string[]): Operation[] =>
    operations
      .filter(({ name }) => names.includes(name))
      .flatMap((root) => algorithmOf(operations, root, edition));
  const byRequire = reachedFrom(['REQUIRE', 'LOAD_AS_JAVASCRIPT']);
  // An edition without the operations that both ways share has no import.
  const hasImport = byRequire.some(({ name }) => name === 'PACKAGE_RESOLVE');
  const reached = hasImport ? [...byRequire, ...reachedFrom(resolutions)] : byRequire;
  return new Set(reached.flatMap(({ steps }) => steps.map(({ label }) => label)));
}

function isTaken(editions: readonly string[] | undefined, edition: string | undefined): boolean {
  return edition === undefined || editions === undefined || editions.includes(edition);
}

function namesIn(steps: readonly Step[]): string[] {
  return steps.flatMap(({ text }) => text.match(/\b[A-Z][A-Z_]+\b/g) ?? []);
}

/** The numbered list comes last. */
function textBeforeSteps(text: string): string {
  return text.split(/^1\. /m)[0]?.trim() ?? '';
}
