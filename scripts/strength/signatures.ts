// Signatures: which way a pair takes through one file of the reference, so that pairs which take the same way are known.

import { createHash } from 'node:crypto';
import type { Fault } from './fault.ts';
import type { Pair } from './pairs.ts';
import type { Site } from './seed-faults.ts';

/** For faults of a table, the behaviours that a pair reads are its way. */
const tables = '(behaviours)';

export class Signatures {
  readonly #sites: readonly Site[];
  readonly #known = new WeakMap<Pair, Map<string, string>>();

  constructor(sites: readonly Site[]) {
    this.#sites = sites;
  }

  /** The same for two pairs that reach the same places of the fault's file. */
  of(pair: Pair, { file, entry }: Fault): string {
    const known = this.#known.get(pair) ?? this.#read(pair);
    return known.get(entry ? tables : file) ?? '';
  }

  #read(pair: Pair): Map<string, string> {
    const places = new Map<string, string[]>();
    for (const place of pair.reached) {
      const file = this.#sites[Number.parseInt(place, 10)]?.file ?? tables;
      const known = places.get(file);
      if (known) known.push(place);
      else places.set(file, [place]);
    }
    const found = new Map([...places].map(([file, told]) => [file, digest(told)]));
    this.#known.set(pair, found);
    return found;
  }
}

function digest(places: readonly string[]): string {
  return createHash('sha1')
    .update([...places].sort().join())
    .digest('base64')
    .slice(0, 12);
}
