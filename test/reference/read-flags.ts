// What the comments of flags say, read from the files that hold them.

import { readFileSync } from 'node:fs';

export interface DescribedFlag {
  readonly name: string;
  /** `file:line` of the flag. */
  readonly place: string;
  /** The values and names that the comment explains. */
  readonly explained: readonly string[];
  /** The rules that the flag decides. */
  readonly rules: readonly string[];
  /** Editions and rules at which no case can show that, by name the reason. */
  readonly unseen: ReadonlyMap<string, string>;
}

/** @param file path below the root of the package */
export function readFlags(file: string): DescribedFlag[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(\w+): \{/gm)].map((match) => {
    const [whole, comment = '', name = ''] = match;
    const line = text.slice(0, match.index + whole.length).split('\n').length;
    return { name, place: `${file}:${line}`, ...readComment(comment) };
  });
}

function readComment(comment: string): Omit<DescribedFlag, 'name' | 'place'> {
  const lines = comment.split('\n').map((line) => line.replace(/^ {3}\* ?/, ''));
  const items = lines.flatMap((line) => /^- (.+?): ./.exec(line)?.[1] ?? []);
  const [, ...tags] = lines.join(' ').split(/ (?=@\w)/);
  return {
    explained: items.flatMap((item) => [...item.matchAll(/`([^`]+)`/g)].map((code) => code[1] ?? '')),
    rules: tags.flatMap((tag) => split(/^@decides (.+?) *$/.exec(tag)?.[1])),
    unseen: new Map(
      tags.flatMap((tag) => {
        const [, names, reason = ''] = /^@unseen ([^:]+): (.+?) *$/.exec(tag) ?? [];
        return split(names).map((name): [string, string] => [name, reason]);
      }),
    ),
  };
}

function split(names: string | undefined): string[] {
  return names === undefined ? [] : names.split(/, +/);
}
