// What a case asks, without the names that it could have chosen otherwise.

import { posix } from 'node:path';
import type { Case, Question, TreeEntry } from '../../../model/case.ts';
import { findEdition } from '../../../model/editions.ts';
import type { HostNeed } from '../../../model/vocabulary.ts';
import { isNeutralName, neutralPaths, neutralProgram, type Renaming } from './neutral-program.ts';

export interface NeutralCase {
  /** Equal where the trees, the variables of the environment and the system are equal but for names. */
  readonly tree: string;
  /** Equal where the same is asked of such a tree, and the same lines are told apart. */
  readonly questions: ReadonlySet<string>;
}

/** Only the order of entries and questions, names, printed words and layout are left out. */
export function neutralCase(item: Case): NeutralCase {
  const renaming = renamingOf(item);
  // Questions first: names get their numbers in the order in which they are asked for, not in that of the tree.
  const questions = item.questions.map((question) => JSON.stringify(neutralQuestion(question, renaming)));
  const system = systems.filter((need) => item.needs.includes(need));
  const entries = item.tree.map((entry) => JSON.stringify(neutralEntry(entry, renaming)));
  return {
    tree: JSON.stringify([entries.sort(), Object.entries(item.environment).sort(), system]),
    questions: new Set(questions),
  };
}

/** The needs that make another system of the same tree. */
const systems: readonly HostNeed[] = ['windows', 'case-insensitive', 'normalization-insensitive'];

function renamingOf(item: Case): Renaming {
  const names = new Set(item.tree.flatMap(({ path }) => path.split('/').map(stemOf)).filter(isNeutralName));
  const file = numbered('file');
  const printed = item.questions.flatMap(printedBy).join('\n');
  return {
    file: (name) => (names.has(name) ? file(name) : name),
    variable: numbered('variable'),
    word: numbered('word'),
    isPrinted: (text) => text.trim() !== '' && printed.includes(text),
  };
}

function stemOf(name: string): string {
  return name.replace(/(?:\.[a-z]+)+$/, '');
}

function printedBy(question: Question): string[] {
  return question.kind === 'run' ? question.expect.map(({ stdout }) => stdout) : [];
}

function numbered(kind: string): (name: string) => string {
  const given = new Map<string, string>();
  return (name) => {
    const known = given.get(name) ?? `<${kind} ${given.size}>`;
    given.set(name, known);
    return known;
  };
}

function neutralEntry(entry: TreeEntry, renaming: Renaming): TreeEntry {
  const path = neutralPaths(entry.path, renaming);
  switch (entry.kind) {
    case 'file':
      return { ...entry, path, text: neutralText(entry.path, entry.text, renaming) };
    case 'symlink':
      return { ...entry, path, target: neutralPaths(entry.target, renaming) };
    case 'bytes':
    case 'folder':
      return { ...entry, path };
  }
}

function neutralText(path: string, text: string, renaming: Renaming): string {
  return posix.extname(path) === '.js' ? neutralProgram(text, renaming) : neutralPaths(text, renaming);
}

function neutralQuestion(question: Question, renaming: Renaming): unknown {
  const editions = question.expect.map((expected) => expected.editions.filter(isReal)).filter(notEmpty);
  switch (question.kind) {
    case 'resolve':
      return [
        question.by,
        neutralPaths(question.from, renaming),
        neutralPaths(question.specifier, renaming),
        editions,
      ];
    case 'run':
      return [neutralPaths(question.entry, renaming), question.arguments, editions];
    case 'serve':
      return [question.steps, editions];
  }
}

/** What a text leaves open changes nothing about what is asked. */
function isReal(edition: string): boolean {
  return findEdition(edition)?.verifiedOn !== undefined;
}

function notEmpty({ length }: readonly string[]): boolean {
  return length > 0;
}
