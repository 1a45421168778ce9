// Evidence: what real Nodes and real Deployds were seen to do, committed beside the pages, so that an expectation can't drift
// from what was observed without a check that notices.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import stringify from 'json-stringify-pretty-compact';
import * as z from 'zod';
import { UsageError } from '../usage-error.ts';

const seenSchema = z.strictObject({
  versions: z.array(z.string()).describe('releases that answered alike'),
  answers: z.array(z.string()).describe('what was observed, an answer a question, in words'),
});

export const pageEvidenceSchema = z.record(
  z.string().describe('id of the case'),
  z.strictObject({ hash: z.string(), seen: z.array(seenSchema) }),
);
/** By case id: the hash of the case that was asked, and who answered what. */
export type PageEvidence = z.infer<typeof pageEvidenceSchema>;

/** The evidence of a folder of pages, by page id; empty when there is none yet. */
export function readEvidence(pagesFolder: string): Map<string, PageEvidence> {
  const folder = evidenceFolder(pagesFolder);
  return new Map(
    listFiles(folder).map((name) => [path.basename(name, '.json'), readFile(path.join(folder, name))]),
  );
}

/** Replaces the evidence of these pages, and leaves that of others as it is. */
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
      `not evidence: ${reason}; run 'npm run verify:node' or 'npm run verify:deployd' to gather it anew`,
      { file },
    );
  }
}
