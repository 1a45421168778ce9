// Shrinks the content of one file: to nothing, to less of a JSON value, or to fewer lines.

import type { TreeEntry } from '../../model/case.ts';
import { minimize } from './minimize.ts';

type Content = Extract<TreeEntry, { kind: 'file' | 'bytes' }>;

/** Whether the difference remains with this text in the file. */
type TryText = (text: string) => Promise<boolean>;

export async function shrinkContent(entry: Content, tryText: TryText): Promise<void> {
  if (isEmpty(entry) || (await tryText(''))) return;
  const text = entry.kind === 'file' ? entry.text : await asText(entry.base64, tryText);
  if (text === undefined) return;
  if (entry.path.endsWith('.json')) await shrinkJson(text, tryText);
  else await minimize(text.split(/(?<=\n)/), (lines) => tryText(lines.join('')));
}

/** Most files that a page can only write as bytes are text without a line end after its last line. */
async function asText(base64: string, tryText: TryText): Promise<string | undefined> {
  const text = decoded(base64);
  if (text === undefined) return undefined;
  const ended = text.replace(/\n?$/, '\n');
  return (await tryText(ended)) ? ended : undefined;
}

function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return undefined;
  }
}

function isEmpty(entry: Content): boolean {
  return (entry.kind === 'file' ? entry.text : entry.base64) === '';
}

/** What shows a difference only as it is written, such as a key that is there twice, is shrunk as text. */
async function shrinkJson(text: string, tryText: TryText): Promise<void> {
  const value = parse(text);
  const tryValue = (smaller: unknown) => tryText(`${JSON.stringify(smaller)}\n`);
  if (value !== undefined && (await tryValue(value))) await shrinkValue(value, tryValue);
  else await minimize(tokensOf(text), (tokens) => tryText(tokens.join('')));
}

type TryValue = (smaller: unknown) => Promise<boolean>;

/** The smallest value with which the difference remains: with fewer members, or one member in its place. */
async function shrinkValue(value: unknown, holds: TryValue): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value))
    if (typeof member === 'object' && member !== null && (await holds(member)))
      return shrinkValue(member, holds);
  const isArray = Array.isArray(value);
  const build = (pairs: readonly Pair[]): unknown =>
    isArray ? pairs.map(([, member]) => member) : Object.fromEntries(pairs);
  const kept = [...(await minimize(Object.entries(value), (pairs) => holds(build(pairs))))];
  for (const [at, [key, member]] of kept.entries())
    kept[at] = [key, await shrinkValue(member, (smaller) => holds(build(kept.with(at, [key, smaller]))))];
  return build(kept);
}

type Pair = readonly [string, unknown];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Strings and single characters. */
function tokensOf(text: string): string[] {
  return text.match(/"(?:[^"\\]|\\.)*"|./gsu) ?? [];
}
