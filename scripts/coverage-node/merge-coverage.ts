// Merges what many processes wrote about the blocks that they ran.

import * as z from 'zod';
import type { ScriptBlock } from './node-scripts.ts';

const toldSchema = z.array(
  z.object({
    url: z.string(),
    functions: z.array(
      z.object({
        functionName: z.string(),
        ranges: z.array(z.object({ startOffset: z.int(), endOffset: z.int(), count: z.int() })),
        /** False for a function that was running when counting began: nothing is known of its blocks. */
        isBlockCoverage: z.boolean(),
      }),
    ),
  }),
);
type Told = z.infer<typeof toldSchema>[number];

/** Which characters of each script were ever run. */
export class Coverage {
  readonly #run = new Map<string, Uint8Array>();

  constructor(texts: ReadonlyMap<string, string>) {
    for (const [url, text] of texts) this.#run.set(url, new Uint8Array(text.length));
  }

  /** Adds what one process wrote. */
  add(told: unknown): void {
    for (const script of toldSchema.parse(told)) {
      const all = this.#run.get(script.url);
      if (!all) continue;
      const own = paint(script, all.length);
      for (const [position, count] of own.entries()) if (count > 0) all[position] = 1;
    }
  }

  isRun(url: string, { start }: ScriptBlock): boolean {
    return this.#run.get(url)?.[start] === 1;
  }
}

/** Ranges lie in each other, outer ones first, and an inner one counts for what it covers. */
function paint({ functions }: Told, length: number): Uint8Array {
  const painted = new Uint8Array(length);
  for (const { functionName, ranges, isBlockCoverage } of functions) {
    for (const { startOffset, endOffset, count } of ranges) {
      // The script as a whole was run before counting began.
      if (functionName === '' && startOffset === 0) continue;
      painted.fill(isBlockCoverage && count > 0 ? 1 : 0, startOffset, endOffset);
    }
  }
  return painted;
}

/** The blocks that were not run; those inside one that was not run are left out. */
export function missedBlocks(
  blocks: readonly ScriptBlock[],
  isRun: (block: ScriptBlock) => boolean,
): ScriptBlock[] {
  const missed: ScriptBlock[] = [];
  for (const block of blocks) {
    const last = missed.at(-1);
    if (last && block.start < last.end) continue;
    if (!isRun(block)) missed.push(block);
  }
  return missed;
}
