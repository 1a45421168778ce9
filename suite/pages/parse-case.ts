// A case: everything below a fourth-level heading.

import type { Case, Question } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { verifiedReleases } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Level, Need } from '../../model/vocabulary.ts';
import type { Block } from './blocks.ts';
import { sortParts } from './case-parts.ts';
import { readEnvironment, readLevel, readNeeds } from './case-properties.ts';
import { readQuestions } from './case-questions.ts';
import { type PlacedEntry, readTree } from './case-tree.ts';
import { hashCase } from './hash-case.ts';

/** What the page around a case gives to it. */
export interface CaseContext {
  readonly file: string;
  readonly rule: string;
  readonly scope: readonly string[];
}

/**
 * Parses the blocks of one case.
 * @throws {UsageError} at the first thing that means nothing, or when nothing is expected.
 */
export function parseCase(
  context: CaseContext,
  heading: { id: string; title: string; line: number },
  blocks: readonly Block[],
): Case {
  const { file } = context;
  const parts = sortParts(file, blocks);
  const placed = readTree(file, parts.files, parts.trees);
  const needed = readNeeds(file, parts.properties);
  checkTree(file, placed, needed);
  const scope = context.scope.filter((id) => isKnown(id, needed));
  const questions = readQuestions({ ...context, scope }, heading.line, parts, placed, needed);
  const body = {
    level: readLevel(file, parts.properties) ?? usualLevel(questions, needed),
    needs: needed,
    environment: readEnvironment(file, parts.properties),
    tree: placed.map(({ entry }) => entry),
    questions,
  } satisfies Partial<Case>;
  return {
    id: heading.id,
    title: heading.title,
    rule: context.rule,
    ...body,
    hash: hashCase(body),
    source: { file, line: heading.line },
  };
}

/** Of an edition that was seen on no Windows release, nothing is said about Windows. */
function isKnown(edition: string, needed: readonly Need[]): boolean {
  return !needed.includes('windows') || verifiedReleases(edition, needed) !== undefined;
}

function checkTree(file: string, placed: readonly PlacedEntry[], needed: readonly Need[]): void {
  const fault = findTreeFault(
    placed.map(({ entry }) => entry),
    needed,
  );
  if (fault) throw new UsageError(fault.message, { file, line: placed[fault.index]?.line ?? 1 });
  const link = placed.find(({ entry }) => entry.kind === 'symlink');
  if (link && !needed.includes('symlinks')) {
    throw new UsageError("a case with a symbolic link declares 'Needs: symlinks'", { file, line: link.line });
  }
}

function usualLevel(questions: readonly Question[], needed: readonly Need[]): Level {
  if (questions.some(({ kind }) => kind === 'serve')) return 'deployd';
  if (needed.includes('es programs')) return 'import';
  if (questions.some(({ kind }) => kind === 'run')) return 'load';
  return questions.some((question) => question.kind === 'resolve' && question.by) ? 'import' : 'resolve';
}
