// What the variable NODE_OPTIONS has preloaded.

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
  const words = options.match(/"(?:\\.|[^"\\])*"|[^\s=]+/g)?.map(unquote) ?? [];
  const after = (flags: readonly string[]): string[] =>
    words.flatMap((word, index) => (flags.includes(words[index - 1] ?? '') ? [word] : []));
  return {
    requires: preloads === 'do not exist' ? [] : after(['--require', '-r']),
    imports: preloads === 'are required or imported' ? after(['--import']) : [],
  };
}

function unquote(word: string): string {
  return word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
}
