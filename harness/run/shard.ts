// Shards: a hash of its id assigns each case to the same shard on every machine.

import { createHash } from 'node:crypto';
import type { Case } from '../../model/case.ts';

export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Reads `I/N`; undefined if it is not a shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= count ? { index, count } : undefined;
}

/** Whether a case belongs to a shard. A new case does not move the others. */
export function isInShard(caseId: string, { index, count }: Shard): boolean {
  const digest = createHash('sha256').update(caseId).digest();
  return digest.readUInt32BE(0) % count === index - 1;
}

/** A fingerprint of the selected cases and their contents; it is equal on all machines whose runs can be merged. */
export function fingerprint(cases: readonly Case[]): string {
  const hash = createHash('sha256');
  for (const { id, hash: content } of cases) hash.update(`${id} ${content}\n`);
  return hash.digest('hex').slice(0, 16);
}
