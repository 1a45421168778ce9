// An explanation as text for a terminal.

import type { Candidate } from '../../analysis/trace/candidates.ts';
import type { ExplainedAnswer, ExplainedStep, Explanation } from '../../analysis/trace/explain.ts';
import type { Choice } from '../../analysis/trace/map-choices.ts';
import { countOf } from '../../model/count-of.ts';
import { inert, shorten } from '../../model/inert.ts';

/** How a path is written, such as relative to the working directory. */
export type ShowPath = (path: string) => string;

/** @param all whether every step is printed, or only those that decide */
export function renderExplanation(explanation: Explanation, showPath: ShowPath, all: boolean): string {
  const { by, specifier, from, edition, answer, candidates, choices } = explanation;
  const steps = all ? explanation.steps : explanation.steps.filter(isDeciding);
  const places = all ? candidates : candidates.slice(0, fewPlaces);
  const left = [
    ...hidden(explanation.steps.length - steps.length, 'step'),
    ...hidden(candidates.length - places.length, 'place'),
  ];
  const lines = [
    `${by}(${JSON.stringify(specifier)}) from ${showPath(from)}, edition ${edition}`,
    `  answers ${describeAnswer(answer, showPath)}`,
    '',
    all ? 'Steps taken' : 'Steps that decide',
    ...renderSteps(steps, showPath),
    ...(choices.length === 0 ? [] : ['', 'What the maps of packages decided']),
    ...choices.map(renderChoice),
    ...(candidates.length === 0 ? [] : ['', 'Places looked at']),
    ...places.map((candidate) => renderCandidate(candidate, showPath)),
    ...(left.length === 0 ? [] : ['', `${left.join(' and ')} not shown; --all prints them`]),
  ];
  return `${lines.map(inert).join('\n')}\n`;
}

/** So many places are shown if not all are. */
const fewPlaces = 12;

/** Whether a step found or threw something, was skipped for a reason, called what throws, or is the last one. */
function isDeciding(
  { step, outcome }: ExplainedStep,
  index: number,
  steps: readonly ExplainedStep[],
): boolean {
  const next = steps[index + 1];
  if (next === undefined || ['found', 'thrown', 'skipped'].includes(outcome)) return true;
  return next.outcome === 'thrown' && operationIn(next.step) !== operationIn(step);
}

function operationIn(step: string): string {
  return step.split(' ')[0] ?? step;
}

function hidden(count: number, noun: string): string[] {
  return count === 0 ? [] : [countOf(count, noun)];
}

function describeAnswer(answer: ExplainedAnswer, showPath: ShowPath): string {
  switch (answer.kind) {
    case 'file':
      return answer.url ?? showPath(answer.path);
    case 'url':
      return answer.url;
    case 'builtin':
      return `builtin ${answer.name}`;
    case 'error':
      return `error ${answer.error}: ${answer.message.split('\n')[0]}`;
  }
}

/** The rule is printed where it changes, the words of a step where it is first taken. */
function renderSteps(steps: readonly ExplainedStep[], showPath: ShowPath): string[] {
  const width = Math.max(...steps.map(({ step }) => step.length));
  const told = new Set<string>();
  return steps.map(({ step, rule, words, outcome, path, about, why }, index) => {
    const place = path === undefined ? shorten(why ?? about ?? '', longestAbout) : showPath(path);
    const said = words === undefined || told.has(step) ? '' : ` · ${shortWords(words)}`;
    told.add(step);
    const suffix = rule !== undefined && rule !== steps[index - 1]?.rule ? `  (rule ${rule})` : '';
    return `  ${step.padEnd(width)}  ${outcome.padEnd(7)}  ${place}${suffix}${said}`.trimEnd();
  });
}

const longestAbout = 60;
const longestWords = 80;

/** The words of a step without the marks of Markdown, and no longer than one can take in. */
function shortWords(words: string): string {
  const plain = words.replaceAll('`', '').replace(/\s+/g, ' ');
  return plain.length <= longestWords ? plain : `${plain.slice(0, longestWords).replace(/\s\S*$/, '')} …`;
}

function renderChoice({ kind, what, won, why, step, depth }: Choice): string {
  return `  ${'  '.repeat(depth)}${won ? '✓' : '✗'} ${kind} ${shorten(what, longestAbout)}: ${why} (${step})`;
}

function renderCandidate({ path, step, chosen, why }: Candidate, showPath: ShowPath): string {
  return `  ${chosen ? '✓' : '✗'} ${showPath(path)}: ${why} (${step})`;
}
