// All that the linter looks at, read once.

import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Case } from '../../../model/case.ts';
import { UsageError } from '../../../model/usage-error.ts';
import { type PageEvidence, readEvidence } from '../../evidence/evidence.ts';
import { type IdleCase, readIdleCases } from '../../evidence/idle-cases.ts';
import { readStrengthRecord, type StrengthRecord } from '../../evidence/strength-record.ts';
import type { IdRegister } from '../../identity/id-register.ts';
import { type PublishedId, publishedIds } from '../../identity/published-ids.ts';
import { readIdRegister } from '../../identity/read-id-register.ts';
import { isDraft } from '../../pages/drafts.ts';
import { type Page, parseWhole } from '../../pages/parse-page.ts';
import { displayPath, listPages, pagesFolder, readPageText } from '../../pages/read-pages.ts';
import { type Register, readRegisters, type Statement } from '../../sources/read-registers.ts';
import type { CaseTracer } from './case-tracer.ts';
import type { Problem } from './finding.ts';
import { type AvoidedWords, glossaryIn } from './glossary.ts';
import { type Outline, readOutline } from './outline.ts';

/** A Markdown file that is not a page. */
export interface Document {
  readonly file: string;
  readonly text: string;
}

export interface Subject {
  /** Shows what a loader does with a case. */
  readonly tracer: CaseTracer;
  /** Whether these are all pages of a folder; one page alone can't be asked what is missing elsewhere. */
  readonly whole: boolean;
  /** Every page as text, also those that do not parse. */
  readonly outlines: readonly Outline[];
  /** What the parser says to pages that it refuses. */
  readonly refused: readonly Problem[];
  /** The pages that parse, without their drafts. */
  readonly pages: readonly Page[];
  readonly drafts: readonly Case[];
  /** The registers of the sources, and the statements of all of them. */
  readonly registers: readonly Register[];
  readonly statements: readonly Statement[];
  readonly evidence: ReadonlyMap<string, PageEvidence>;
  /** Which cases were seen to notice a fault; absent where no record is kept. */
  readonly strength?: StrengthRecord | undefined;
  readonly idle: readonly IdleCase[];
  readonly ids: IdRegister;
  /** The ids in the case files beside the pages. */
  readonly published: readonly PublishedId[];
  /** The labels of the steps that cases take; absent where nobody has looked. */
  readonly taken?: ReadonlySet<string>;
  /** The words that the glossary of the pages says not to write. */
  readonly glossary: readonly AvoidedWords[];
  /** The README.md of the pages, where a reader starts; absent where there is none. */
  readonly readme?: Document | undefined;
  /** Other Markdown files, whose links and words are looked at, that README.md among them. */
  readonly documents: readonly Document[];
}

/**
 * @param spec a page or a folder of pages
 * @param tracer the loader whose steps rules look at
 * @param documents other Markdown files, and folders of them; those that do not exist are left out
 * @throws {UsageError} when there is no page, or what is beside the pages can't be read
 */
export function readSubject(spec: string, tracer: CaseTracer, documents: readonly string[] = []): Subject {
  const outlines = listPages(spec).map((file) => readOutline(file, readPageText(file)));
  const whole = statSync(spec).isDirectory();
  const folder = pagesFolder(spec);
  const readme = listDocuments(path.join(folder, 'README.md')).map(readDocument);
  const parsed = outlines.map(parse);
  const pages = parsed.flatMap(({ page }) => page ?? []);
  const registers = readRegisters(folder);
  return {
    tracer,
    whole,
    outlines,
    refused: parsed.flatMap(({ refused }) => refused ?? []),
    pages: pages.map((page) => ({ ...page, cases: page.cases.filter((item) => !isDraft(item)) })),
    drafts: pages.flatMap((page) => page.cases.filter(isDraft)),
    registers,
    statements: registers.flatMap(({ statements }) => statements),
    evidence: readEvidence(folder),
    strength: readStrengthRecord(folder),
    idle: readIdleCases(folder),
    ids: readIdRegister(folder),
    published: publishedIds(path.join(folder, '..', 'cases')),
    glossary: readme.flatMap(({ text }) => glossaryIn(text)),
    readme: readme[0],
    documents: [...(whole ? readme : []), ...documents.flatMap(listDocuments).map(readDocument)],
  };
}

/** The subject with the steps that its cases take. */
export async function withStepsTaken(subject: Subject): Promise<Subject> {
  const cases = subject.pages.flatMap((page) => page.cases);
  const rules = subject.pages.flatMap((page) => page.rules);
  return { ...subject, taken: await subject.tracer.stepsTaken(cases, rules) };
}

function parse({ file, text }: Outline): { page?: Page; refused?: readonly Problem[] } {
  const refuse = ({ place, reason }: UsageError) => ({ file, line: place?.line ?? 1, message: reason });
  try {
    const { page, mistakes } = parseWhole(file, text);
    return mistakes.length === 0 ? { page } : { refused: mistakes.map(refuse) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { refused: [refuse(error)] };
  }
}

function readDocument(file: string): Document {
  return { file: displayPath(file), text: readPageText(file) };
}

function listDocuments(location: string): string[] {
  if (!existsSync(location)) return [];
  if (!statSync(location).isDirectory()) return [location];
  const names = readdirSync(location).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => path.join(location, name));
}
