// The step where an implementation left the algorithm, and what was observed there.

import type { FailedCase } from '../../../analysis/causes/causes.ts';
import { insteadOf } from '../../../analysis/causes/instead-of.ts';
import type { StepLeft } from '../../../analysis/group-failures.ts';
import type { Observation } from '../../../model/observation.ts';
import { type CaseItem, type Column, expectationFor, isBad, letterWords, type Model } from './model.ts';

/** What is kept of a failure, because it takes time to find. */
type Kept = Pick<FailedCase, 'left' | 'instead'>;

const known = new WeakMap<Column, Map<number, Kept>>();

/** Undefined if the case does not fail. Of a case that asks several questions, the first that failed counts. */
export function failedCase(model: Model, column: Column, item: CaseItem): FailedCase | undefined {
  const letter = column.letter(item);
  if (!isBad(letter)) return undefined;
  const own = known.get(column) ?? new Map<number, Kept>();
  known.set(column, own);
  const kept = own.get(item.index) ?? {
    left: leftIn(model, column, item),
    instead: insteadIn(model, column, item),
  };
  own.set(item.index, kept);
  return { case: item.id, rule: item.ruleItem?.id ?? '', implementation: column.label, ...kept };
}

function leftIn({ data, text }: Model, column: Column, item: CaseItem): StepLeft | undefined {
  const [check] = column.detail(item)?.checks ?? [];
  const departure = check?.[4];
  if (!check || !departure) return undefined;
  const { traces } = data;
  const edition = traces.editions.indexOf(column.edition);
  const events = traces.all[traces.of[`${item.index}.${check[0]}.${edition}`] ?? -1] ?? [];
  const step = text(events[departure.at] ?? -1).split('|', 1)[0] ?? '';
  return step === '' ? undefined : { step, isExact: departure.kind !== 'latest' };
}

function insteadIn(model: Model, column: Column, item: CaseItem): string {
  const [check] = column.detail(item)?.checks ?? [];
  if (!check) return letterWords[column.letter(item)];
  const question = item.questions[check[0]];
  const expected = question && expectationFor(model, question.expect, column.edition);
  return insteadOf(expected?.kind ?? 'words', JSON.parse(model.text(check[3])) as Observation);
}
