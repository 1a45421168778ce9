// The failures of an implementation: by rule, and by the step where the loader left the algorithm; then all their ids.

import {
  groupFailures,
  type RuleFailures,
  type StepFailures,
  type StepLeft,
  sumSteps,
} from '../../../analysis/group-failures.ts';
import { shapelessAnswer } from '../../../analysis/shapeless-answers.ts';
import { isUnexpected } from '../../../analysis/tally.ts';
import type { Case, Rule } from '../../../model/case.ts';
import { countOf } from '../../../model/count-of.ts';
import { failedChecks } from '../../../model/failed-checks.ts';
import { quoteCommand } from '../../../model/quote-command.ts';
import type { RanImplementation, Verdict } from '../../../model/run.ts';
import type { Catalog } from '../../../suite/cases/catalog.ts';
import { rerunCommand, rerunFailedCommand } from '../../parts/rerun-command.ts';
import { defaultColumns, wrap } from '../../parts/wrap.ts';
import { fullFailure } from './full-failure.ts';
import type { Paint, PrettyOptions } from './pretty-options.ts';
import { shortFailure } from './short-failure.ts';

/** The failures of one implementation, with what is needed to show them. */
interface Shown {
  readonly implementation: RanImplementation;
  readonly catalog: Catalog;
  readonly cases: ReadonlyMap<string, Case>;
  readonly options: PrettyOptions;
  readonly paint: Paint;
  readonly extent: Extent;
}

/** How much is shown. */
interface Extent {
  /** Whether each failure is shown in full. */
  readonly full: boolean;
  /** The limits: failures of a rule, steps, and ids. */
  readonly perRule: number;
  readonly steps: number;
  readonly ids: number;
}

/** So few failures are shown in full; up to so many all are shown; and beyond so many, one a rule. */
const fewFailures = 3;
const someFailures = 20;
const manyFailures = 100;

function extentOf(failures: number, verbose: boolean): Extent {
  const all = {
    perRule: Number.POSITIVE_INFINITY,
    steps: Number.POSITIVE_INFINITY,
    ids: Number.POSITIVE_INFINITY,
  };
  if (verbose) return { ...all, full: true };
  if (failures <= someFailures) return { ...all, full: failures <= fewFailures };
  return { full: false, perRule: failures <= manyFailures ? 3 : 1, steps: 10, ids: 20 };
}

/** A block for each broken rule, one about the steps, and one with the ids. */
export function renderFailures(
  verdicts: readonly Verdict[],
  implementation: RanImplementation,
  catalog: Catalog,
  options: PrettyOptions,
  paint: Paint,
): string[] {
  const failing = verdicts.filter(isUnexpected);
  if (failing.length === 0) return [];
  const cases = new Map(catalog.cases.map((item) => [item.id, item]));
  const extent = extentOf(failing.length, options.verbose === true);
  const shown: Shown = { implementation, catalog, cases, options, paint, extent };
  const shapeless = failing.filter((verdict) => shapelessAnswer(verdict) !== undefined);
  const wrong = failing.filter((verdict) => !shapeless.includes(verdict));
  const rules = groupFailures(wrong, (verdict) => stepOf(verdict, shown));
  return [
    ...renderShapeless(shapeless, shown),
    ...rules.map((rule) => renderRule(rule, shown)),
    ...renderSteps(rules, shown),
    ...(failing.length > 1 ? [renderIds(failing, shown)] : []),
  ];
}

/** Only the ids, and how to ask these cases again. */
export function renderFailedIds(
  verdicts: readonly Verdict[],
  implementation: RanImplementation,
  catalog: Catalog,
  options: PrettyOptions,
  paint: Paint,
): string[] {
  const failing = verdicts.filter(isUnexpected);
  if (failing.length === 0) return [];
  const extent = extentOf(failing.length, options.verbose === true);
  return [renderIds(failing, { implementation, catalog, cases: new Map(), options, paint, extent })];
}

/** One mistake, told once. */
function renderShapeless(failing: readonly Verdict[], { implementation, paint }: Shown): string[] {
  if (failing.length === 0) return [];
  const kinds = [...new Set(failing.map(shapelessAnswer))].join(' or ');
  return [
    [
      `${paint.bold('resolve returned no string')}: ${paint.red(countCases(failing.length))}`,
      `  It returned ${kinds}. Expected an absolute path or the name of a core module, or an error that is thrown.`,
      `  First seen in ${failing[0]?.case}`,
      `  ${paint.cyan(quoteCommand(['npx', 'modspec', 'doctor', '--impl', implementation.spec]))}`,
    ].join('\n'),
  ];
}

/** Of a case that asks several questions, where the first one that failed left the steps. */
function stepOf(verdict: Verdict, { cases, options, implementation }: Shown): StepLeft | undefined {
  const item = cases.get(verdict.case);
  const [check] = failedChecks(verdict);
  return item && check && options.steps?.departureOf(item, check, implementation.edition);
}

function renderRule(failures: RuleFailures, shown: Shown): string {
  const { paint, extent } = shown;
  const chosen = chooseVerdicts(failures, extent.perRule);
  return [
    ...renderHeading(failures, shown),
    ...failures.steps.flatMap((step) => renderStep(step, failures, chosen, shown)),
    ...more(failures.count - chosen.size, paint).map(indent),
  ].join('\n');
}

/** One failure of each step first, then the others. */
function chooseVerdicts({ steps }: RuleFailures, limit: number): Set<Verdict> {
  const firsts = steps.flatMap(({ verdicts }) => verdicts.slice(0, 1));
  const others = steps.flatMap(({ verdicts }) => verdicts.slice(1));
  return new Set([...firsts, ...others].slice(0, limit));
}

function renderHeading(
  { rule: id, count }: RuleFailures,
  { catalog, paint, extent, options }: Shown,
): string[] {
  const rule = catalog.rules.get(id);
  const page = catalog.pages.find(({ rules }) => rules.some((own) => own.id === id));
  if (!rule || !page) return [`${paint.bold(id)}: ${countCases(count)}`];
  return [
    `${paint.bold(id)}  ${rule.title}: ${paint.red(countCases(count))}`,
    ...wrap(`${rule.requirement} ${statementOf(rule, extent)}`, (options.columns ?? defaultColumns) - 2).map(
      indent,
    ),
    paint.dim(`  ${page.file}:${rule.line}`),
  ];
}

/** Its text without the targets of links; only the first paragraph if failures are not shown in full. */
function statementOf({ text }: Rule, { full }: Extent): string {
  const [first = text] = text.split('\n\n');
  return (full ? text : first).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

function countCases(count: number): string {
  return count === 1 ? '1 case fails' : `${count} cases fail`;
}

/** Below the step, unless the step is not known or the only failure of the rule says it itself. */
function renderStep(
  { left, verdicts }: StepFailures,
  failures: RuleFailures,
  chosen: ReadonlySet<Verdict>,
  shown: Shown,
): string[] {
  const own = verdicts.filter((verdict) => chosen.has(verdict));
  const lines = own.flatMap((verdict) => renderCase(verdict, shown));
  if (left === undefined || (shown.extent.full && failures.count === 1)) return lines.map(indent);
  const count = countOf(verdicts.length, 'case');
  return [`left the steps at ${nameStep(left, shown.paint)}: ${count}`, ...lines.map(indent)].map(indent);
}

function nameStep({ step, isExact }: StepLeft, paint: Paint): string {
  return isExact ? paint.bold(step) : `${paint.bold(step)} or before`;
}

function renderCase(verdict: Verdict, { cases, implementation, options, paint, extent }: Shown): string[] {
  const item = cases.get(verdict.case);
  const lines = extent.full
    ? fullFailure(verdict, item, implementation, options, paint)
    : shortFailure(verdict, paint);
  return [
    `${paint.red(verdict.verdict.padEnd(7))} ${paint.bold(verdict.case)}  ${item?.title ?? ''}`,
    ...lines.map(indent),
  ];
}

function indent(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** Which steps the failures of all rules share; nothing if no step is shared. */
function renderSteps(rules: readonly RuleFailures[], { options, paint, extent }: Shown): string[] {
  const steps = sumSteps(rules).flatMap(({ left, verdicts }) => (left ? [{ left, verdicts }] : []));
  if (steps.every(({ verdicts }) => verdicts.length < 2)) return [];
  const lines = steps.slice(0, extent.steps).map(({ left, verdicts }) => {
    const words = options.steps?.wordsOf(left.step)?.replace(/\s+/g, ' ') ?? '';
    const count = String(verdicts.length).padStart(4);
    return `${count}  ${nameStep(left, paint)}  ${paint.dim(words)}`.trimEnd();
  });
  const title = 'Where failing cases left the steps:';
  return [[title, ...[...lines, ...more(steps.length - lines.length, paint)].map(indent)].join('\n')];
}

/** The ids in the order of the cases, each on a line of its own, and how to ask these cases again. */
function renderIds(failing: readonly Verdict[], { implementation, options, paint, extent }: Shown): string {
  const ids = failing.slice(0, extent.ids).map((verdict) => verdict.case);
  const again = [
    ...(extent.full ? [] : [`one: ${rerunCommand(implementation, 'ID', options.spec)}`]),
    ...(options.remembered ? [`all: ${rerunFailedCommand(implementation, options.spec)}`] : []),
  ];
  return [
    `Failed cases (${failing.length}):`,
    ...[...ids, ...more(failing.length - ids.length, paint)].map(indent),
    ...(again.length > 0 ? ['To ask again', ...again.map((line) => indent(paint.cyan(line)))] : []),
  ].join('\n');
}

/** Says how many are not shown, and how to see them. */
function more(hidden: number, paint: Paint): string[] {
  return hidden > 0 ? [paint.dim(`and ${hidden} more; --verbose shows all`)] : [];
}
