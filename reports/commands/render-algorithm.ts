// An algorithm as text: its operations, with their steps.

import type { Step } from '../../model/case.ts';
import type { Operation } from '../../suite/algorithm/algorithm-of.ts';
import { ownConditions } from '../../suite/algorithm/condition.ts';
import { defaultColumns, fillLines } from '../parts/wrap.ts';

/**
 * @param conditions whether each step is printed with the editions in which it is taken
 * @param columns the width of the terminal
 */
export function renderAlgorithm(
  operations: readonly Operation[],
  conditions: boolean,
  columns: number = defaultColumns,
): string {
  return operations.map((operation) => renderOperation(operation, conditions, columns)).join('\n');
}

function renderOperation(
  { title, rule, purpose, steps }: Operation,
  conditions: boolean,
  columns: number,
): string {
  const limits = conditions ? ownConditions(steps) : new Map<string, string>();
  const lines = [
    `${title}  (rule ${rule})`,
    ...(purpose === '' ? [] : ['', ...fillLines(plain(purpose), columns, '  ', '  ')]),
    '',
    ...steps.flatMap((step) => renderStep(step, limits.get(step.label), columns)),
  ];
  return `${lines.join('\n')}\n`;
}

function renderStep({ label, text }: Step, condition: string | undefined, columns: number): string[] {
  const numerals = label.split(' ')[1] ?? label;
  const indent = '  '.repeat(numerals.split('.').length);
  const words = condition === undefined ? text : `(${condition}) ${text}`;
  return fillLines(
    plain(words),
    columns,
    `${indent}${numerals}  `,
    `${indent}${' '.repeat(numerals.length + 2)}`,
  );
}

/** Without the marks of Markdown for terms; code keeps its own. */
function plain(text: string): string {
  return text.replace(/(?<![`\w])\*([A-Za-z][^*`]*?)\*(?![`\w])/g, '$1').replace(/\s+/g, ' ');
}
