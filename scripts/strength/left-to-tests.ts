// The register of files whose faults are left to tests: left-to-tests.yaml.

import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readYaml } from '../../model/input/read-located.ts';
import { packageRoot } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';

const registerSchema = z.array(
  z.strictObject({
    reason: z.string().min(20),
    /** From the root of the project. */
    tests: z.array(z.string()).min(1),
    /** Below `reference/`, without their extension. */
    files: z.array(z.string()).min(1),
  }),
);

const register = path.join(packageRoot, 'scripts', 'strength', 'left-to-tests.yaml');

/**
 * The files, as faults name them.
 * @throws {UsageError} when the register names a file or a test that there is not.
 */
export function filesLeftToTests(): ReadonlySet<string> {
  const { value, lineOf } = readYaml(register, registerSchema, 'a register of files that tests judge');
  for (const [index, { tests, files }] of value.entries()) {
    for (const file of [...tests, ...files.map((name) => `reference/${name}.ts`)]) {
      if (!existsSync(path.join(packageRoot, file)))
        throw new UsageError(`there is no ${file} any more; remove it from the entry`, {
          file: register,
          line: lineOf([index]),
        });
    }
  }
  return new Set(value.flatMap(({ files }) => files));
}
