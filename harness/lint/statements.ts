// The register of a source's statements: spec/statements/SOURCE.yaml, one entry a statement.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import * as z from 'zod';
import { UsageError } from '../usage-error.ts';

/** Why a statement has no rule. */
export const statementClasses = ['informative', 'example', 'untestable', 'host-defined'] as const;

const statementSchema = z.strictObject({
  section: z.string().min(1),
  statement: z.int().positive(),
  gist: z.string().min(1),
  class: z.enum(statementClasses).optional(),
  reason: z.string().min(1).optional(),
});

/** One statement of a source, with its place in the register's file. */
export interface Statement extends z.infer<typeof statementSchema> {
  /** The name of the source, as in the front matter of pages. */
  readonly source: string;
  readonly file: string;
  readonly line: number;
}

/**
 * All registers of a folder of pages; none when it has no `statements` folder.
 * @throws {UsageError} naming file and line when a register is not as described.
 */
export function readStatements(pagesFolder: string): Statement[] {
  const folder = path.join(pagesFolder, 'statements');
  return listRegisters(folder).flatMap((name) => readRegister(path.join(folder, name)));
}

function listRegisters(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  } catch {
    return [];
  }
}

function readRegister(file: string): Statement[] {
  const text = readFileSync(file, 'utf8');
  const document = YAML.parseDocument(text);
  const [problem] = document.errors;
  if (problem)
    throw new UsageError(`not YAML: ${problem.message}`, { file, line: problem.linePos?.[0].line ?? 1 });
  if (!YAML.isSeq(document.contents))
    throw new UsageError('a register is a list of statements', { file, line: 1 });
  const lines = new YAML.LineCounter();
  const items = (YAML.parseDocument(text, { lineCounter: lines }).contents as YAML.YAMLSeq<YAML.YAMLMap>)
    .items;
  const source = path.basename(file, '.yaml');
  return items.map((item) => {
    const line = lines.linePos(item.range?.[0] ?? 0).line;
    const parsed = statementSchema.safeParse(item.toJSON());
    if (parsed.success) return { ...parsed.data, source, file, line };
    const [issue] = parsed.error.issues;
    throw new UsageError(`not a statement: ${issue?.path.join('.')} ${issue?.message}`, { file, line });
  });
}
