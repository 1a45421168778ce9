// Shrinks the content of one file: to nothing, to fewer keys of a JSON object, or to fewer lines.

import type { TreeEntry } from '../../model/case.ts';
import { minimize } from './minimize.ts';

type Content = Extract<TreeEntry, { kind: 'file' | 'bytes' }>;

/** Whether the difference remains with this text in the file. */
type TryText = (text: string) => Promise<boolean>;

export async function shrinkContent(entry: Content, tryText: TryText): Promise<void> {
  if (isEmpty(entry) || (await tryText('')) || entry.kind === 'bytes') return;
  const value = entry.path.endsWith('.json') ? parseObject(entry.text) : undefined;
  if (value) await shrinkObject(value, (smaller) => tryText(`${JSON.stringify(smaller)}\n`));
  else await minimize(entry.text.split(/(?<=\n)/), (lines) => tryText(lines.join('')));
}

function isEmpty(entry: Content): boolean {
  return (entry.kind === 'file' ? entry.text : entry.base64) === '';
}

type Json = Readonly<Record<string, unknown>>;

/** Removes keys, and then keys of the objects that are left as values. */
async function shrinkObject(value: Json, tryObject: (smaller: Json) => Promise<boolean>): Promise<void> {
  let kept: Json = value;
  const attempt = async (smaller: Json): Promise<boolean> => {
    const holds = await tryObject(smaller);
    if (holds) kept = smaller;
    return holds;
  };
  await minimize(Object.entries(value), (entries) => attempt(Object.fromEntries(entries)));
  for (const [key, inner] of Object.entries(kept))
    if (isObject(inner)) await shrinkObject(inner, (smaller) => attempt({ ...kept, [key]: smaller }));
}

function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
