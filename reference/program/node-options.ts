// What the variable NODE_OPTIONS has preloaded, and the conditions that it adds.

import type { Behaviours } from '../behaviours/behaviours.ts';

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

function valuesOf(options: string, flags: readonly string[]): string[] {
  const words = options.match(/"(?:\\.|[^"\\])*"|[^\s=]+/g)?.map(unquote) ?? [];
  return words.flatMap((word, index) => (flags.includes(words[index - 1] ?? '') ? [word] : []));
}

function unquote(word: string): string {
  return word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
}
