// Faults of steps: one left out, two in the wrong order, an error that is not caught, a loop run the wrong way.

import type { AnyNode, Statement } from 'acorn';
import type { Proposal } from '../fault.ts';
import { childrenOf, isTracing, type NodePlace } from '../syntax.ts';

export function changeStatements(place: NodePlace): Proposal[] {
  const { node, textOf } = place;
  switch (node.type) {
    case 'BlockStatement':
      return [...removeSteps(place, node.body), ...swapSteps(node.body, textOf)];
    case 'TryStatement':
      return changeTry(node, textOf);
    case 'ForOfStatement': {
      const { start, end } = node.right;
      const list = textOf(node.right);
      return [
        propose('loop-reversed', `\`${list}\` is taken from its end`, start, end, `[...${list}].reverse()`),
        propose(
          'first-turn-only',
          `only the first of \`${list}\` is taken`,
          start,
          end,
          `[...${list}].slice(0, 1)`,
        ),
      ];
    }
    default:
      return [];
  }
}

const removable = new Set(['ExpressionStatement', 'ThrowStatement', 'ForOfStatement']);

/** A step that is the whole branch of a condition is left out by the condition that never holds. */
function removeSteps({ above, textOf }: NodePlace, body: readonly Statement[]): Proposal[] {
  const steps = body.filter((step) => !isTracing(step));
  if (steps.length < 2 && above[0]?.type === 'IfStatement') return [];
  return steps
    .filter(({ type }) => removable.has(type))
    .map((step) => {
      const { start, end } = step;
      const change = `\`${firstLine(textOf(step))}\` is left out`;
      return { ...propose('step-removed', change, start, end, ''), at: step };
    });
}

/** Steps in a row that belong together: what is declared, and the condition that asks for it. */
type Unit = readonly Statement[];

function swapSteps(body: readonly Statement[], textOf: NodePlace['textOf']): Proposal[] {
  const units = toUnits(body.filter((step) => !isTracing(step)));
  return units.flatMap((unit, index) => {
    const next = units[index + 1];
    if (!next || !isMovable(unit) || !isMovable(next) || dependsOn(next, unit)) return [];
    const [a, b] = [spanOf(unit), spanOf(next)];
    const change = `\`${firstLine(textOf(b))}\` comes before \`${firstLine(textOf(a))}\``;
    const edits = [
      { ...a, text: textOf(b) },
      { ...b, text: textOf(a) },
    ];
    const [at] = unit;
    return [{ operator: 'steps-swapped', change, edits, ...(at ? { at } : {}) }];
  });
}

function toUnits(steps: readonly Statement[]): Unit[] {
  const units: Statement[][] = [];
  for (const step of steps) {
    const last = units.at(-1);
    const asks = last?.every(({ type }) => type === 'VariableDeclaration');
    if (last && asks && step.type !== 'VariableDeclaration' && dependsOn([step], last)) last.push(step);
    else units.push([step]);
  }
  return units;
}

/** The order of statements that decide nothing seldom shows, and nothing runs after a return. */
function isMovable(unit: Unit): boolean {
  return unit.some(({ type }) => type === 'IfStatement' || type === 'ForOfStatement');
}

function dependsOn(later: Unit, earlier: Unit): boolean {
  const declared = new Set(earlier.flatMap(declaredBy));
  return later.some((step) => namesIn(step).some((name) => declared.has(name)));
}

function declaredBy(step: Statement): string[] {
  if (step.type !== 'VariableDeclaration') return [];
  return step.declarations.flatMap(({ id }) => namesIn(id));
}

function namesIn(node: AnyNode): string[] {
  return node.type === 'Identifier' ? [node.name] : childrenOf(node).flatMap(namesIn);
}

function spanOf(unit: Unit): { start: number; end: number } {
  return { start: unit[0]?.start ?? 0, end: unit.at(-1)?.end ?? 0 };
}

function changeTry(
  node: Extract<AnyNode, { type: 'TryStatement' }>,
  textOf: NodePlace['textOf'],
): Proposal[] {
  const { start, end, block, handler, finalizer } = node;
  const body = textOf(block);
  return [
    ...(handler ? [propose('catch-dropped', 'no error is caught', start, end, body)] : []),
    ...(finalizer ? [propose('finally-dropped', 'nothing is done in the end', start, end, body)] : []),
  ];
}

function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first === text ? first : `${first} …`;
}

function propose(operator: string, change: string, start: number, end: number, text: string): Proposal {
  return { operator, change, edits: [{ start, end, text }] };
}
