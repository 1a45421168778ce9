// Replaces the expected output and the expected end of a program in the text of a page.

import type { Block } from '../pages/blocks.ts';
import type { LineEdit, Lines } from './page-places.ts';
import { type SelectedValue, spread, spreadOptional } from './spread.ts';
import type { Wanted } from './wanted.ts';

type Fence = Extract<Block, { kind: 'fence' }>;
type Bullets = Extract<Block, { kind: 'bullets' }>;
export type WantedRun = Extract<Wanted, { kind: 'run' }>;

/** @param blocks the blocks of the case, in page order */
export function writeProgram(
  blocks: readonly Block[],
  wanted: ReadonlyMap<string, WantedRun>,
  text: string,
  scope: readonly string[],
): LineEdit[] {
  const fences = blocks.filter((block) => block.kind === 'fence' && /^stdout\b/.test(block.info)) as Fence[];
  const [first] = fences;
  if (!first) return [];
  const stdout = spread(
    mapValues(wanted, (run) => run.stdout),
    scope,
  );
  const lines = text.split('\n');
  const bullets = blocks.find((block) => block.kind === 'bullets');
  const properties = propertiesOf(wanted, stdout);
  const replaced = bullets ? [rewriteBullets(bullets, properties, lines)] : [];
  const added = bullets || properties.length === 0 ? [] : [...properties, ''];
  return [...replaced, ...replaceFences(fences, [...added, ...renderFences(stdout)], lines)];
}

/** All outputs are written at the first fence; the other fences are removed with the blank line above them. */
function replaceFences(
  fences: readonly Fence[],
  instead: readonly string[],
  lines: readonly string[],
): LineEdit[] {
  return fences.map((fence, at) => {
    const { start, end } = linesOf(fence);
    if (at === 0) return { start, end, lines: instead };
    return { start: lines[start - 2] === '' ? start - 1 : start, end, lines: [] };
  });
}

function linesOf({ line, content }: Fence): Lines {
  return { start: line, end: line + content.split('\n').length + 1 };
}

function renderFences(stdout: readonly SelectedValue<string>[]): string[] {
  const spoken = stdout.filter(({ value }) => value !== 'silent');
  return spoken.flatMap(({ selector, value }, at) => [
    ...(at === 0 ? [] : ['']),
    selector === undefined ? '```stdout' : `\`\`\`stdout ${selector}`,
    ...value.split('\n').slice(0, -1),
    '```',
  ]);
}

function propertiesOf(
  wanted: ReadonlyMap<string, WantedRun>,
  stdout: readonly SelectedValue<string>[],
): string[] {
  const spoken = [...wanted.keys()];
  const exitCodes = spreadOptional(
    definedValues(wanted, (run) => run.exitCode),
    spoken,
  );
  const errors = spreadOptional(
    definedValues(wanted, (run) => run.error),
    spoken,
  );
  const silent = stdout.filter(({ value }) => value === 'silent');
  return [
    ...exitCodes.map(({ selector, value }) => `- Exit code${inParentheses(selector)}: ${value}`),
    ...errors.map(({ selector, value }) => `- Uncaught error${inParentheses(selector)}: \`${value}\``),
    ...silent.map(({ selector }) => `- Silent: ${selector}`),
  ];
}

function inParentheses(selector: string | undefined): string {
  return selector === undefined ? '' : ` (${selector})`;
}

/** The list without the old properties of the program's end, and with the new ones. */
function rewriteBullets(bullets: Bullets, properties: readonly string[], lines: readonly string[]): LineEdit {
  const start = bullets.line;
  let end = start;
  while (end <= lines.length && lines[end - 1]?.trim()) end++;
  const kept = bullets.items.flatMap(({ line }, at) => {
    const item = lines.slice(line - 1, (bullets.items[at + 1]?.line ?? end) - 1);
    return /^- (?:Exit code|Uncaught error|Silent)\b/.test(item[0] ?? '') ? [] : item;
  });
  const list = [...kept, ...properties];
  return list.length === 0 ? { start, end: end + 1, lines: [] } : { start, end, lines: list };
}

function mapValues<T>(wanted: ReadonlyMap<string, WantedRun>, of: (run: WantedRun) => T): Map<string, T> {
  return new Map([...wanted].map(([edition, run]) => [edition, of(run)]));
}

function definedValues<T>(
  wanted: ReadonlyMap<string, WantedRun>,
  of: (run: WantedRun) => T | undefined,
): Map<string, T> {
  return new Map(
    [...wanted].flatMap(([edition, run]): [string, T][] => {
      const value = of(run);
      return value === undefined ? [] : [[edition, value]];
    }),
  );
}
