// What differences have in common: the kinds of both answers, and how the reference comes to its own.

import type { Case, TreeEntry } from '../../model/case.ts';
import type { Observation } from '../../model/observation.ts';
import type { Difference } from '../capture/suspect.ts';
import { traceQuestion } from '../trace/trace-question.ts';
import type { Doubt } from './compare-trees.ts';

/** Equal for two shrunk differences that have one cause. */
export function causeOf({ item, kinds, expected, observed }: Difference, edition: string): string {
  const [question] = item.questions;
  const own =
    question?.kind === 'resolve'
      ? stepsOf(item, edition)
      : [...firstDifference(expected, observed).map(shapeOf), ...partsReplaced(item.tree)];
  return [kinds.expected, kinds.observed, ...own].join('\n');
}

/** The labels of the steps that decide how the reference answers, each once. */
function stepsOf(item: Case, edition: string): string[] {
  const [question] = item.questions;
  if (question?.kind !== 'resolve') return [];
  const { events } = traceQuestion(item, question, edition);
  const deciding = events.filter(({ outcome }) => ['holds', 'found', 'thrown', 'done'].includes(outcome));
  return [...new Set(deciding.map(({ step }) => step))];
}

/** The parts of the module system that programs replace or remove. */
function partsReplaced(tree: readonly TreeEntry[]): string[] {
  const texts = tree.flatMap((entry) => (entry.kind === 'file' ? [entry.text] : []));
  const found = texts.flatMap(
    (text) => text.match(/\b(?:M|module|require)\.[\w.]+(?=(?:\[.*\])? = )|delete [\w.]+/g) ?? [],
  );
  return [...new Set(found)].sort();
}

/** Roughly the same for differences that probably have one cause, before anything is shrunk. */
export function likenessOf({ expected, observed, suspect }: Doubt): string {
  if (suspect.asked.kind === 'resolve')
    return [kindOf(expected), kindOf(observed), shapeOf(suspect.asked.specifier)].join(' / ');
  const [right, wrong] = firstDifference(printedIn(expected), printedIn(observed));
  return ['run', kindOf(expected), kindOf(observed), shapeOf(right), shapeOf(wrong)].join(' / ');
}

function kindOf(observed: Observation | undefined): string {
  if (observed?.kind === 'error') return observed.error.code ?? observed.error.name;
  if (observed?.kind === 'run')
    return observed.error?.code ?? observed.error?.name ?? String(observed.exitCode);
  return observed?.kind ?? 'none';
}

function printedIn(observed: Observation | undefined): string {
  return observed?.kind === 'run' ? observed.stdout : '';
}

/** The first lines that are not the same in what two programs print. */
function firstDifference(expected: string, observed: string): [string, string] {
  const [right, wrong] = [expected.split('\n'), observed.split('\n')];
  const at = right.findIndex((line, index) => line !== wrong[index]);
  return [right[at] ?? '', wrong[at] ?? ''];
}

/** A text in which the names of files are only names. */
function shapeOf(text: string): string {
  return text
    .replaceAll('<tree>', '/')
    .replace(/[\p{L}\p{N}_$]+/gu, 'x')
    .replace(/(?:x\/)+/g, 'x/')
    .slice(0, 60);
}
