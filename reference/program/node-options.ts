// What the variable NODE_OPTIONS has preloaded, the conditions that it adds, and the warnings that variables ask for.

import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Environment } from '../context/context.ts';

/** The specifiers of modules that are loaded before the entry, in order. */
export interface Preloads {
  /** What `--require` names. */
  readonly requires: readonly string[];
  /** What `--import` names. */
  readonly imports: readonly string[];
}

/** The preloads in a value of NODE_OPTIONS; other options are not looked at. */
export function preloadsOf({ preloads }: Behaviours, options: string): Preloads {
  return {
    requires: preloads === 'do not exist' ? [] : valuesOf(options, ['--require', '-r']),
    imports: preloads === 'are required or imported' ? valuesOf(options, ['--import']) : [],
  };
}

/** The conditions of package maps that a value of NODE_OPTIONS adds. */
export function conditionsOf({ conditionOptions }: Behaviours, options: string): readonly string[] {
  return valuesOf(options, conditionOptions);
}

/** Whether NODE_PENDING_DEPRECATION or an option in NODE_OPTIONS asks for the warnings of pending deprecations. */
export function asksForPending(environment: Environment): boolean {
  if (environment['NODE_PENDING_DEPRECATION'] === '1') return true;
  return wordsOf(environment['NODE_OPTIONS'] ?? '').includes('--pending-deprecation');
}

function valuesOf(options: string, flags: readonly string[]): string[] {
  return wordsOf(options).flatMap((word, index, words) =>
    flags.includes(words[index - 1] ?? '') ? [word] : [],
  );
}

function wordsOf(options: string): string[] {
  return options.match(/"(?:\\.|[^"\\])*"|[^\s=]+/g)?.map(unquote) ?? [];
}

function unquote(word: string): string {
  return word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
}
