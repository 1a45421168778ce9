// Describes questions, expectations and observations in words; all reports use the same words.

import type { Expectation, Question } from './case.ts';
import {
  describeObservedStep,
  describeShownStep,
  describeShownSteps,
  describeStep,
} from './describe-steps.ts';
import type { Expected } from './expected.ts';
import type { Observation, ObservedError } from './observation.ts';
import type { Way } from './vocabulary.ts';

export function describeQuestion(question: Question): string {
  switch (question.kind) {
    case 'resolve':
      return `${verbs[question.by ?? 'require']} ${quoteSpecifier(question.specifier)} from ${question.from}`;
    case 'run':
      return ['run', question.entry, ...question.arguments].join(' ');
    case 'serve':
      return `serve: ${question.steps.map(describeStep).join(', ')}`;
  }
}

/** `resolve` is the word of `require`, which was first. */
const verbs: Readonly<Record<Way, string>> = {
  require: 'resolve',
  import: 'import',
  'import.meta.resolve': 'import.meta.resolve',
};

export function describeExpectation(expected: Expectation): string {
  return expected.kind === 'serve' ? describeShownSteps(expected.shows) : describeExpected(expected);
}

/** In the words of {@link describeExpectation}. */
export function describeExpected(expected: Expected): string {
  switch (expected.kind) {
    case 'file':
      return `${expected.path}${expected.suffix ?? ''}`;
    case 'url':
      return expected.url;
    case 'builtin':
      return `builtin ${expected.name}`;
    case 'error':
      return `error ${expected.error}`;
    case 'run':
      return `${expected.stdout}${describeEnd(expected.exitCode, expected.error)}`;
    case 'words':
      return expected.words;
    default:
      return describeShownStep(expected);
  }
}

export function describeObservation(observed: Observation): string {
  switch (observed.kind) {
    case 'file':
      return `${observed.path}${observed.suffix ?? ''}`;
    case 'url':
      return observed.url;
    case 'outside':
      return `${observed.path} (not a real path inside the tree)`;
    case 'builtin':
      return `builtin ${observed.name}`;
    case 'error':
      return `error ${nameError(observed.error)}`;
    case 'step':
      return describeObservedStep(observed);
    case 'run': {
      const failed = observed.error !== undefined || observed.exitCode !== 0;
      const exitCode = failed ? (observed.exitCode ?? undefined) : undefined;
      return `${observed.stdout}${describeEnd(exitCode, observed.error && nameError(observed.error))}`;
    }
  }
}

function nameError({ code, name }: ObservedError): string {
  return code ?? name;
}

function describeEnd(exitCode: number | undefined, error: string | undefined): string {
  const parts = [
    ...(error === undefined ? [] : [`uncaught error ${error}`]),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
  ];
  return parts.length === 0 ? '' : `[${parts.join(', ')}]\n`;
}

/** A specifier as a string literal, so that spaces and control characters are visible. */
function quoteSpecifier(specifier: string): string {
  return `'${JSON.stringify(specifier).slice(1, -1)}'`;
}
