// The properties of a case that are not about its program: level, needs and environment.

import { didYouMean } from '../../model/input/did-you-mean.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Level, levels, type Need, needs } from '../../model/vocabulary.ts';
import { codeList } from './inline.ts';
import type { Property } from './properties.ts';

/** The stated level; undefined where none is. */
export function readLevel(file: string, properties: readonly Property[]): Level | undefined {
  const property = properties.find(({ key }) => key === 'Level');
  if (!property) return undefined;
  const level = levels.find((name) => name === property.value.source.trim());
  if (level) return level;
  throw new UsageError(`level is one of ${levels.join(', ')}, found '${property.value.source}'`, {
    file,
    line: property.line,
  });
}

/** The stated needs, in the order of the vocabulary. */
export function readNeeds(file: string, properties: readonly Property[]): Need[] {
  const stated = properties.filter(({ key }) => key === 'Needs');
  const named = stated.flatMap(({ value, line }) =>
    value.source.split(',').map((word): Need => {
      const need = needs.find((name) => name === word.trim().replace(/^`|`$/g, ''));
      if (need) return need;
      throw new UsageError(
        `'${word.trim()}' is an unknown need; ${didYouMean(word.trim(), needs)}expected some of ${needs.join(', ')}`,
        {
          file,
          line,
        },
      );
    }),
  );
  return needs.filter((need) => named.includes(need));
}

export function readEnvironment(file: string, properties: readonly Property[]): Record<string, string> {
  const variables = properties
    .filter(({ key }) => key === 'Environment')
    .flatMap(({ value, line }) =>
      (codeList(value) ?? ['']).map((text): [string, string] => {
        const [, name, content] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text) ?? [];
        if (name !== undefined && content !== undefined) return [name, content];
        throw new UsageError('an environment is code spans `NAME=value` with commas between them', {
          file,
          line,
        });
      }),
    );
  return Object.fromEntries(variables);
}
