// An algorithm as text: its operations, with their steps.

import type { Step } from '../../model/case.ts';
import type { Operation } from '../../suite/algorithm/algorithm-of.ts';
import { ownConditions } from '../../suite/algorithm/condition.ts';

/** @param conditions whether each step is printed with the editions in which it is taken */
export function renderAlgorithm(operations: readonly Operation[], conditions: boolean): string {
  return operations.map((operation) => renderOperation(operation, conditions)).join('\n');
}

function renderOperation({ title, rule, purpose, steps }: Operation, conditions: boolean): string {
  const limits = conditions ? ownConditions(steps) : new Map<string, string>();
  const lines = [
    `${title}  (rule ${rule})`,
    ...(purpose === '' ? [] : ['', ...wrap(plain(purpose), '  ', '  ')]),
    '',
    ...steps.flatMap((step) => renderStep(step, limits.get(step.label))),
  ];
  return `${lines.join('\n')}\n`;
}

function renderStep({ label, text }: Step, condition: string | undefined): string[] {
  const numerals = label.split(' ')[1] ?? label;
  const indent = '  '.repeat(numerals.split('.').length);
  const words = condition === undefined ? text : `(${condition}) ${text}`;
  return wrap(`${numerals}  ${plain(words)}`, indent, `${indent}${' '.repeat(numerals.length + 2)}`);
}

/** Without the marks of Markdown for terms; code keeps its own. */
function plain(text: string): string {
  return text.replace(/(?<![`\w])\*([A-Za-z][^*`]*?)\*(?![`\w])/g, '$1').replace(/\s+/g, ' ');
}

const width = 100;

function wrap(text: string, first: string, others: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = others;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
