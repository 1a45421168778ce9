// A case under other names: it means the same, but nothing of it is in the published cases.

import { createHash } from 'node:crypto';
import type { Case, Question, TreeEntry } from '../../model/case.ts';
import { seededRandom } from '../../model/random.ts';
import { mapTexts } from './case-texts.ts';
import { wordsOf } from './free-words.ts';
import { freshWords, makeUp } from './fresh-words.ts';
import { replaceWords } from './replace-words.ts';

/**
 * The case with new words for the names in it, one more line that its program prints, and one more file. Its id stays. The
 * same seed gives the same case.
 * @returns undefined if nothing in it can be renamed
 */
export function renameCase(item: Case, seed: number): Case | undefined {
  const random = seededRandom(mix(seed, item.id));
  const { all, free, mainHasExtension } = wordsOf(item);
  const fresh = freshWords(mainHasExtension ? [...free, 'main'] : free, all, random);
  const renamed = mapTexts(item, (text, role) =>
    replaceWords(text, role === 'content' ? 'program' : 'plain', (word, rest) =>
      word === 'main' && !extension.test(rest) ? word : (fresh.get(word) ?? word),
    ),
  );
  const taken = new Set([...all, ...fresh.values()]);
  const printing = printMore(renamed, makeUp(random, taken));
  if (JSON.stringify(printing) === JSON.stringify(item)) return undefined;
  return { ...printing, tree: [...printing.tree, extraFile(makeUp(random, taken))] };
}

/** `main` is a name only before one of these; elsewhere it is a field of `package.json` or of `require`. */
const extension = /^\.(?:[cm]?[jt]s|json|node)\b/;

function mix(seed: number, id: string): number {
  return createHash('sha256').update(`${seed} ${id}`).digest().readUInt32BE(0);
}

/** Lets the program of a case print a word first, unless something must stay in front of it. */
function printMore(item: Case, word: string): Case {
  const program = item.questions.find((question) => question.kind === 'run');
  const at = item.tree.findIndex((entry) => entry.path === program?.entry);
  const entry = item.tree[at];
  if (!program || entry?.kind !== 'file' || !mayBegin(program, entry)) return item;
  const tree = item.tree.with(at, { ...entry, text: `console.log('${word}'); ${entry.text}` });
  const expect = program.expect.map((expected) => ({ ...expected, stdout: `${word}\n${expected.stdout}` }));
  const questions = item.questions.map((question) =>
    question === program ? { ...program, expect } : question,
  );
  return { ...item, tree, questions };
}

type Program = Extract<Question, { kind: 'run' }>;

function mayBegin({ expect }: Program, { path, text }: Extract<TreeEntry, { kind: 'file' }>): boolean {
  const begins = path.endsWith('.js') && /^(?!import|export)\w/.test(text);
  return begins && expect.every(({ error }) => error === undefined);
}

function extraFile(name: string): TreeEntry {
  return { kind: 'file', path: `${name}.txt`, text: `${name}\n` };
}
