// Renames an id everywhere in a project: in the heading of its page, in the evidence, and in the register, which redirects
// the old id to the new one.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import { readWritten } from '../../model/input/read-text.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type PageEvidence, readEvidence, writeEvidence } from '../evidence/evidence.ts';
import { idShape, isId } from '../pages/page-id.ts';
import type { Page } from '../pages/parse-page.ts';
import { pagesFolder, readPages } from '../pages/read-pages.ts';
import { idRegisterName } from './id-register.ts';
import { readIdRegister } from './read-id-register.ts';

/** The place of a rule or a case. */
export interface Renamed {
  readonly file: string;
  readonly line: number;
}

/**
 * @param spec a page or a folder of pages
 * @throws {UsageError} if nothing has the old id, or if the new one is or was in use; then nothing is written.
 */
export function renameId(spec: string, from: string, to: string): Renamed {
  const pages = readPages(spec, { drafts: true });
  const found = findId(pages, from);
  if (!found) {
    const used = pages.flatMap(({ rules, cases }) => [...rules, ...cases].map(({ id }) => id));
    throw new UsageError(
      `unknown rule or case '${from}'; ${didYouMean(from, used)}see 'modspec list rules' and 'modspec list cases'`,
    );
  }
  refuseTaken(pages, spec, to);
  const folder = pagesFolder(spec);
  renameHeading(found, from, to);
  renameEvidence(folder, found.page.id, from, to);
  const register = path.join(folder, idRegisterName);
  const before = existsSync(register) ? readWritten(register).replace(/(?<=[^\n])$/, '\n') : '';
  writeFileSync(register, `${before}- id: ${from}\n  renamed: ${to}\n`);
  return { file: found.page.file, line: found.line };
}

interface Found {
  readonly page: Page;
  readonly line: number;
}

function findId(pages: readonly Page[], id: string): Found | undefined {
  for (const page of pages) {
    const rule = page.rules.find((one) => one.id === id);
    const item = page.cases.find((one) => one.id === id);
    const line = rule?.line ?? item?.source.line;
    if (line !== undefined) return { page, line };
  }
  return undefined;
}

function refuseTaken(pages: readonly Page[], spec: string, id: string): void {
  if (!isId(id)) throw new UsageError(`expected ${idShape}; found '${id}'`);
  const other = findId(pages, id);
  if (other)
    throw new UsageError(`'${id}' is in use; choose another id`, { file: other.page.file, line: other.line });
  const former = readIdRegister(pagesFolder(spec)).get(id);
  if (former) throw new UsageError(`'${id}' was in use before; choose another id`, former);
}

function renameHeading({ page: { file }, line }: Found, from: string, to: string): void {
  const lines = readWritten(file).split('\n');
  lines[line - 1] = (lines[line - 1] ?? '').replace(`\`${from}\``, `\`${to}\``);
  writeFileSync(file, lines.join('\n'));
}

/** The evidence of a case stays valid, because the hash does not depend on the id. */
function renameEvidence(folder: string, page: string, from: string, to: string): void {
  const evidence = readEvidence(folder).get(page);
  if (!evidence || !(from in evidence)) return;
  const renamed: PageEvidence = Object.fromEntries(
    Object.entries(evidence).map(([id, seen]) => [id === from ? to : id, seen]),
  );
  writeEvidence(folder, new Map([[page, renamed]]));
}
