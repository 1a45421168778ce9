// Property lists: the bullets `- Key: value` and `- Key (editions): value` below a rule or a case.

import { UsageError } from '../../model/usage-error.ts';
import type { Block, Inline, ListItem } from './blocks.ts';

export interface Property {
  readonly key: string;
  /** The edition selector in parentheses, if any. */
  readonly selector?: string;
  /** What follows the colon. */
  readonly value: Inline;
  readonly line: number;
}

type Bullets = Extract<Block, { kind: 'bullets' }>;

/**
 * Reads a bullet list as properties.
 * @throws {UsageError} at the first bullet that is not a property or has a key that is not known here.
 */
export function readProperties(file: string, list: Bullets, known: readonly string[]): Property[] {
  return list.items.map((item) => readProperty(file, item, known));
}

function readProperty(file: string, item: ListItem, known: readonly string[]): Property {
  const place = { file, line: item.line };
  const [block, ...more] = item.blocks;
  const expected = `a property list holds bullets 'Key: value' with the keys ${known.join(', ')}`;
  if (block?.kind !== 'paragraph' || more.length > 0) throw new UsageError(expected, place);
  const match = /^(?<key>[A-Z][a-z ]*?)(?: \((?<selector>[^)]*)\))?:\s*/.exec(block.inline.source);
  const { key = '', selector } = match?.groups ?? {};
  if (!match) throw new UsageError(`${expected}; found '${block.inline.source}'`, place);
  if (!known.includes(key)) throw new UsageError(`unknown property '${key}': ${expected}`, place);
  const value = withoutPrefix(block.inline, match[0].length);
  return { key, value, line: item.line, ...(selector === undefined ? {} : { selector }) };
}

/** The inline without its first characters, which are plain text. */
function withoutPrefix(inline: Inline, length: number): Inline {
  const [first, ...rest] = inline.parts;
  const kept = first?.text.slice(length) ?? '';
  const parts = kept === '' ? rest : [{ kind: 'text' as const, text: kept }, ...rest];
  return { source: inline.source.slice(length), parts };
}
