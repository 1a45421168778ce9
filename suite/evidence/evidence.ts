// Evidence: the answers of real Nodes and real Deployds, committed beside the pages. A check compares the expectations with
// them, so that no expectation can differ from what was observed.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import stringify from 'json-stringify-pretty-compact';
import * as z from 'zod';
import { UsageError } from '../../model/usage-error.ts';

const seenSchema = z.strictObject({
  versions: z.array(z.string()).describe('the releases that gave these answers'),
  answers: z.array(z.string()).describe('what was observed, in words, one answer for each question'),
});

export const pageEvidenceSchema = z.record(
  z.string().describe('the id of the case'),
  z.strictObject({ hash: z.string(), seen: z.array(seenSchema) }),
);
/** By case id: the hash of the case when it was asked, and the answers of releases. */
export type PageEvidence = z.infer<typeof pageEvidenceSchema>;

/** The evidence of a folder of pages, by page id; empty if there is none yet. */
export function readEvidence(pagesFolder: string): Map<string, PageEvidence> {
  const folder = evidenceFolder(pagesFolder);
  return new Map(
    listFiles(folder).map((name) => [path.basename(name, '.json'), readFile(path.join(folder, name))]),
  );
}

/** Replaces the evidence of these pages, and keeps that of other pages. */
export function writeEvidence(pagesFolder: string, evidence: ReadonlyMap<string, PageEvidence>): void {
  const folder = evidenceFolder(pagesFolder);
  mkdirSync(folder, { recursive: true });
  for (const [page, content] of evidence) {
    writeFileSync(path.join(folder, `${page}.json`), `${stringify(content, { maxLength: 160 })}\n`);
  }
}

function evidenceFolder(pagesFolder: string): string {
  return path.join(pagesFolder, 'evidence');
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readFile(file: string): PageEvidence {
  try {
    return pageEvidenceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError(
      `expected evidence; found a mistake: ${reason}; run 'npm run verify:node', 'npm run verify:windows', 'npm run verify:file-systems' or 'npm run verify:deployd' to write it again`,
      { file },
    );
  }
}
