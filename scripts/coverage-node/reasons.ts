// The register of blocks that no case runs, each with the reason: reasons.yaml.

import * as z from 'zod';
import { readYaml } from '../../model/input/read-located.ts';

const registerSchema = z.array(
  z.strictObject({
    reason: z.string().min(20),
    /** Names of scripts without `node:internal/modules/`, and globs over the names of their blocks, in which `*` matches anything. */
    blocks: z.record(z.string(), z.array(z.string())),
    /** The lines of Node that it is about; all without it. */
    nodes: z.array(z.int()).optional(),
  }),
);

/** One block that was not run. */
export interface Missed {
  /** The line of Node, such as 20. */
  readonly node: number;
  /** Name of the script as in the register. */
  readonly script: string;
  readonly name: string;
}

export interface Reasons {
  /** Undefined for a block without a reason. Remembers which entries were of use. */
  reasonOf(missed: Missed): string | undefined;
  /** Entries that match no missed block, as `file:line: what to do`. */
  unused(nodes: readonly number[]): string[];
}

/** @throws {UsageError} when the register can't be read. */
export function readReasons(file: string): Reasons {
  const { value, lineOf } = readYaml(file, registerSchema, 'a register of reasons');
  const entries = value.flatMap(({ reason, blocks, nodes }, index) =>
    Object.entries(blocks).flatMap(([script, globs]) =>
      globs.map((glob, position) => ({
        reason,
        script,
        nodes,
        glob,
        matches: (name: string) => toPattern(glob).test(name),
        place: `${file}:${lineOf([index, 'blocks', script, position])}`,
      })),
    ),
  );
  const used = new Set<(typeof entries)[number]>();
  return {
    reasonOf({ node, script, name }) {
      const found = entries.filter(
        (entry) => entry.script === script && (entry.nodes?.includes(node) ?? true) && entry.matches(name),
      );
      for (const entry of found) used.add(entry);
      return found[0]?.reason;
    },
    unused: (nodes) =>
      entries
        .filter((entry) => !used.has(entry) && (entry.nodes?.some((node) => nodes.includes(node)) ?? true))
        .map(
          ({ place, glob }) => `${place}: every block of ${glob} is run, or there is none; remove the entry`,
        ),
  };
}

/** Only `*` is special: names of blocks contain characters that are special in other kinds of globs. */
function toPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
