// A folder whose `modspec.json` names a program that speaks the protocol.

import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readJson } from '../../model/input/read-json.ts';
import type { Adapter } from './adapter.ts';
import { commandAdapter } from './stdio-adapter.ts';

export const manifestName = 'modspec.json';

export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  command: z
    .array(z.string())
    .min(1)
    .refine(([first]) => first !== '', 'expected the name of a program; found an empty string')
    .describe('a program that speaks the protocol, and its arguments; it starts in the folder of this file'),
});

/**
 * An adapter for a folder with a manifest, or for the manifest itself; undefined if there is none.
 * @throws {UsageError} with file and line if the manifest is not valid.
 */
export function manifestAdapter(spec: string): Adapter | undefined {
  const location = path.resolve(spec);
  const file = path.basename(location) === manifestName ? location : path.join(location, manifestName);
  if (!existsSync(file)) return undefined;
  const { command } = readJson(file, manifestSchema, 'the manifest of an adapter');
  return { ...commandAdapter(spec, command, path.dirname(file)), sources: [path.dirname(file)] };
}
