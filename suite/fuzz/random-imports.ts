// One random tree with imports in it; follows from a seed and a number.

import { posix } from 'node:path';
import { isReferrerUrl } from '../../model/is-url.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import type { WayOfImport } from '../../model/vocabulary.ts';
import { type Dice, diceFor } from './dice.ts';
import { randomImportSpecifier } from './random-import-specifiers.ts';
import { type RandomQuestions, randomReferrer } from './random-questions.ts';
import { type RandomTree, randomTree } from './random-tree.ts';

const importsPerTree = 64;

/** @param index from 0; each index gives another tree */
export function randomImports(seed: number, index: number, by: WayOfImport): RandomQuestions {
  const dice = diceFor(seed, index);
  const tree = randomTree(dice, { esModules: true }, () => '');
  const questions = Array.from({ length: importsPerTree }, (): OpenQuestion => {
    const from = asModule(dice, randomReferrer(dice, tree), tree, by);
    const specifier = randomImportSpecifier(dice, tree, from);
    return { kind: 'resolve', from: dice.chance(0.04) ? dice.pick(otherReferrers) : from, by, specifier };
  });
  return { tree: tree.entries, questions };
}

/** Any file can be a referrer; one that a page would take for a URL is replaced by a real URL. */
function asModule(dice: Dice, from: string, { entries }: RandomTree, by: WayOfImport): string {
  if (isReferrerUrl({ from, by })) return otherReferrers[0];
  const { dir, name, ext } = posix.parse(from);
  const module = posix.join(dir, `${name}.mjs`);
  const isLink = entries.some(({ path, kind }) => kind === 'symlink' && path === module);
  return ext === '.js' && !isLink && dice.chance(0.3) ? module : from;
}

/** Modules that are not files of the tree. */
const otherReferrers = ['data:text/javascript,1', 'file:///', 'file:///none/a.mjs'] as const;
