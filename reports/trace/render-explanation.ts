// An explanation as text for a terminal.

import { inert } from '../inert.ts';
import type { Candidate, ExplainedAnswer, ExplainedStep, Explanation } from './explain.ts';

/** How a path is written, such as relative to where the user stands. */
export type ShowPath = (path: string) => string;

export function renderExplanation(explanation: Explanation, showPath: ShowPath): string {
  const { specifier, from, edition, answer, steps, candidates } = explanation;
  const lines = [
    `require(${JSON.stringify(specifier)}) from ${showPath(from)}, edition ${edition}`,
    `  answers ${describeAnswer(answer, showPath)}`,
    '',
    'Steps taken',
    ...renderSteps(steps, showPath),
    ...(candidates.length === 0 ? [] : ['', 'Places looked at']),
    ...candidates.map((candidate) => renderCandidate(candidate, showPath)),
  ];
  return `${lines.map(inert).join('\n')}\n`;
}

function describeAnswer(answer: ExplainedAnswer, showPath: ShowPath): string {
  switch (answer.kind) {
    case 'file':
      return showPath(answer.path);
    case 'builtin':
      return `builtin ${answer.name}`;
    case 'error':
      return `error ${answer.error}: ${answer.message.split('\n')[0]}`;
  }
}

/** The rule stands where it changes. */
function renderSteps(steps: readonly ExplainedStep[], showPath: ShowPath): string[] {
  const width = Math.max(...steps.map(({ step }) => step.length));
  return steps.map(({ step, rule, outcome, path }, index) => {
    const place = path === undefined ? '' : showPath(path);
    const suffix = rule !== undefined && rule !== steps[index - 1]?.rule ? `  (rule ${rule})` : '';
    return `  ${step.padEnd(width)}  ${outcome.padEnd(7)}  ${place}${suffix}`.trimEnd();
  });
}

function renderCandidate({ path, step, chosen, why }: Candidate, showPath: ShowPath): string {
  return `  ${chosen ? '✓' : '✗'} ${showPath(path)}: ${why} (${step})`;
}
