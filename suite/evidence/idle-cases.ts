// The register of cases that rightly notice no fault of the reference: idle-cases.yaml.

import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { matchGlob } from '../../model/input/match-glob.ts';
import { readYaml } from '../../model/input/read-located.ts';

/** The name of its file in a folder of pages. */
export const idleRegisterName = 'idle-cases.yaml';

const registerSchema = z.array(
  z.strictObject({
    reason: z.string().min(20),
    cases: z.array(z.string()).min(1).describe('globs over ids or PAGE/ID'),
  }),
);

/** The reason for one case or several. */
export interface IdleCase {
  readonly glob: string;
  /** Whether it names this case. */
  readonly names: (page: string, id: string) => boolean;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Empty if the folder of pages has no register.
 * @throws {UsageError} if it can't be read.
 */
export function readIdleCases(pagesFolder: string): IdleCase[] {
  const file = path.join(pagesFolder, idleRegisterName);
  if (!existsSync(file)) return [];
  const register = readYaml(file, registerSchema, 'a register of idle cases');
  return register.value.flatMap(({ reason, cases }, entry) =>
    cases.map((glob, at) => readIdleCase(glob, reason, file, register.lineOf([entry, 'cases', at]))),
  );
}

export function readIdleCase(glob: string, reason: string, file: string, line: number): IdleCase {
  const matches = matchGlob(glob, `'${glob}'`, { file, line });
  return { glob, names: (page, id) => matches(id) || matches(`${page}/${id}`), reason, file, line };
}
