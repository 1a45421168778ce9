// Reads the registers beside the pages: statements/SOURCE.yaml, one for each source.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Located, readYaml } from '../../model/input/read-located.ts';
import { type RegisterFile, registerSchema, type statementClasses } from './register.ts';

export interface Register {
  /** The name of the source in citations. */
  readonly source: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** One statement of a source, with its line in the register. */
export interface Statement {
  readonly source: string;
  readonly section: string;
  /** Its number within the section. */
  readonly statement: number;
  readonly gist: string;
  /** Why no rule cites it, with the reason; absent if a rule cites it. */
  readonly class?: (typeof statementClasses)[number] | undefined;
  readonly reason?: string | undefined;
  readonly file: string;
  readonly line: number;
}

/**
 * All registers of a folder of pages; none if it has no `statements` folder.
 * @throws {UsageError} with file and line if a register is not valid.
 */
export function readRegisters(pagesFolder: string): Register[] {
  const folder = path.join(pagesFolder, 'statements');
  return listRegisters(folder).map((name) => readRegister(path.join(folder, name)));
}

function listRegisters(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  } catch {
    return [];
  }
}

function readRegister(file: string): Register {
  const located = readYaml(file, registerSchema, 'a register of statements');
  const source = path.basename(file, '.yaml');
  const statements = located.value.sections.flatMap((section, index) =>
    statementsOf(located, section, index).map((statement) => ({ source, file, ...statement })),
  );
  return { source, title: located.value.title, statements };
}

function statementsOf(
  { value, lineOf }: Located<RegisterFile>,
  { section, statements, ...all }: RegisterFile['sections'][number],
  index: number,
): Omit<Statement, 'source' | 'file'>[] {
  return Object.entries(statements).map(([number, written]) => {
    const own = typeof written === 'string' ? { gist: written } : written;
    const kind = ('class' in own ? own.class : undefined) ?? all.class;
    const reason = ('reason' in own ? own.reason : undefined) ?? all.reason ?? (kind && value.reasons[kind]);
    const line = lineOf(['sections', index, 'statements', Number(number)]);
    return { section, statement: Number(number), gist: own.gist, class: kind, reason, line };
  });
}
