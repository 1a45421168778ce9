// A program: what running the entry must print, and how it must end, per edition where that differs.

import type { Question, RunExpectation } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Block } from './blocks.ts';
import { codeList, onlyCode } from './inline.ts';
import type { Property } from './properties.ts';
import { groupEditions, type Stated, selectEditions, spreadEditions } from './spread-editions.ts';

type Fence = Extract<Block, { kind: 'fence' }>;
type RunQuestion = Extract<Question, { kind: 'run' }>;

/** The run question of a case with `stdout` fences. */
export function readProgram(
  file: string,
  fences: readonly Fence[],
  properties: readonly Property[],
  scope: readonly string[],
): RunQuestion {
  const silent = readSilence(file, properties);
  const stdout = spreadEditions(
    file,
    scope.filter((edition) => !silent.has(edition)),
    fences.map((fence) => ({ selector: selectorOf(fence), value: fence.content, line: fence.line })),
  );
  const exitCode = spreadEditions(file, scope, stated(properties, 'Exit code', readExitCode(file)));
  const error = spreadEditions(file, scope, stated(properties, 'Uncaught error', readError(file)));
  const endings = [...stdout].map(([edition, text]): [string, Omit<RunExpectation, 'editions'>] => [
    edition,
    {
      kind: 'run',
      stdout: text,
      ...optional('exitCode', exitCode.get(edition)),
      ...optional('error', error.get(edition)),
    },
  ]);
  return {
    kind: 'run',
    entry: readEntry(file, properties),
    arguments: readArguments(file, properties),
    expect: groupEditions(new Map(endings)).map(({ editions, value }) => ({ ...value, editions })),
  };
}

export const programKeys = ['Entry', 'Arguments', 'Exit code', 'Uncaught error', 'Silent'] as const;

function selectorOf(fence: Fence): string | undefined {
  return fence.info.replace(/^stdout\s*/, '') || undefined;
}

/** The editions of which a case says nothing. */
export function readSilence(file: string, properties: readonly Property[]): Set<string> {
  const bullets = properties.filter(({ key }) => key === 'Silent');
  return new Set(bullets.flatMap(({ value, line }) => selectEditions(value.source, { file, line })));
}

function stated<T>(
  properties: readonly Property[],
  key: string,
  read: (property: Property) => T,
): Stated<T>[] {
  return properties
    .filter((property) => property.key === key)
    .map((property) => ({ selector: property.selector, value: read(property), line: property.line }));
}

function readExitCode(file: string): (property: Property) => number {
  return ({ value, line }) => {
    const code = Number(onlyCode(value) ?? value.source);
    if (Number.isInteger(code) && code >= 0 && code <= 255) return code;
    throw new UsageError(`an exit code is a whole number from 0 to 255, found '${value.source}'`, {
      file,
      line,
    });
  };
}

function readError(file: string): (property: Property) => string {
  return ({ value, line }) => {
    const error = onlyCode(value);
    if (error) return error;
    throw new UsageError(
      `an uncaught error is one code span with its code or name, found '${value.source}'`,
      { file, line },
    );
  };
}

function readEntry(file: string, properties: readonly Property[]): string {
  const property = properties.find(({ key }) => key === 'Entry');
  if (!property) return 'main.js';
  const entry = onlyCode(property.value);
  if (entry) return entry;
  throw new UsageError(`the entry is one code span, found '${property.value.source}'`, {
    file,
    line: property.line,
  });
}

function readArguments(file: string, properties: readonly Property[]): string[] {
  return properties
    .filter(({ key }) => key === 'Arguments')
    .flatMap(({ value, line }) => {
      const list = codeList(value);
      if (list) return list;
      throw new UsageError('arguments are code spans with commas between them', { file, line });
    });
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}
