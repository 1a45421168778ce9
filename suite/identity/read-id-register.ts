// Reads the register of former ids in a folder of pages.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import * as z from 'zod';
import { UsageError } from '../../model/usage-error.ts';
import { type FormerId, type IdRegister, idRegisterName } from './id-register.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

const entrySchema = z.union([
  z.strictObject({ id, retired: z.string().min(1) }),
  z.strictObject({ id, renamed: id }),
]);

/**
 * The register of a folder of pages; empty if there is none.
 * @throws {UsageError} with file and line of an entry that is not valid, appears twice, or redirects in a circle.
 */
export function readIdRegister(pagesFolder: string): IdRegister {
  const file = path.join(pagesFolder, idRegisterName);
  if (!existsSync(file)) return new Map();
  const register = new Map<string, FormerId>();
  for (const entry of readEntries(file)) {
    const first = register.get(entry.id);
    if (first)
      throw new UsageError(
        `'${entry.id}' is already registered on line ${first.line}; remove one of the two`,
        entry,
      );
    register.set(entry.id, entry);
  }
  for (const entry of register.values()) refuseCircle(entry, register);
  return register;
}

function readEntries(file: string): FormerId[] {
  const lineCounter = new YAML.LineCounter();
  const document = YAML.parseDocument(readFileSync(file, 'utf8'), { lineCounter });
  const [problem] = document.errors;
  if (problem)
    throw new UsageError(`this is not YAML: ${problem.message}`, {
      file,
      line: problem.linePos?.[0].line ?? 1,
    });
  if (document.contents === null) return [];
  if (!YAML.isSeq(document.contents)) throw new UsageError('expected a list of ids', { file, line: 1 });
  return document.contents.items.map((item) => {
    const node = YAML.isNode(item) ? item : undefined;
    const place = { file, line: lineCounter.linePos(node?.range?.[0] ?? 0).line };
    const parsed = entrySchema.safeParse(node?.toJSON());
    if (parsed.success) return { ...parsed.data, ...place };
    throw new UsageError("expected an 'id' with either 'retired: REASON' or 'renamed: NEW-ID'", place);
  });
}

function refuseCircle(entry: FormerId, register: IdRegister): void {
  const seen = new Set<string>();
  for (let at: FormerId | undefined = entry; at !== undefined; ) {
    if (seen.has(at.id)) throw new UsageError(`'${entry.id}' is renamed in a circle`, entry);
    seen.add(at.id);
    at = 'renamed' in at ? register.get(at.renamed) : undefined;
  }
}
