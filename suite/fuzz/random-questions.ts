// One random tree with the questions about it; follows from a seed and a number.

import { posix } from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import { type Dice, diceFor } from './dice.ts';
import { randomProgram } from './random-program.ts';
import { randomSpecifier } from './random-specifiers.ts';
import { type RandomTree, randomTree } from './random-tree.ts';

/** Of so many trees, one is asked about by running programs. */
const treesPerProgramTree = 2;

const resolutionsPerTree = 64;
const programsPerTree = 4;

export interface RandomQuestions {
  readonly tree: readonly TreeEntry[];
  readonly questions: readonly OpenQuestion[];
}

/** @param index from 0; each index gives another tree */
export function randomQuestions(seed: number, index: number): RandomQuestions {
  const dice = diceFor(seed, index);
  return index % treesPerProgramTree === treesPerProgramTree - 1 ? programs(dice) : resolutions(dice);
}

function resolutions(dice: Dice): RandomQuestions {
  const tree = randomTree(dice, { esModules: true }, () => '');
  const questions = Array.from({ length: resolutionsPerTree }, (): OpenQuestion => {
    const from = randomReferrer(dice, tree);
    return { kind: 'resolve', from, specifier: randomSpecifier(dice, tree, from) };
  });
  return { tree: tree.entries, questions };
}

/** A file of the tree, or one that does not exist in a folder that does. */
export function randomReferrer(dice: Dice, { entries }: RandomTree): string {
  const { path } = dice.pickAny(entries.filter(({ kind }) => kind === 'file')) ?? { path: 'main.js' };
  if (dice.chance(0.6)) return path;
  const main = dice.chance(0.5) ? 'main.js' : posix.join(posix.dirname(path), 'main.js');
  return entries.some((entry) => entry.kind === 'symlink' && entry.path === main) ? path : main;
}

function programs(dice: Dice): RandomQuestions {
  const { entries } = randomTree(dice, { esModules: false }, (path, all) => randomProgram(dice, path, all));
  const tree = entries.filter(({ path }) => !/\.(?:mjs|mts|ts|node|wasm)$/.test(path));
  const entriesOf = tree.filter(({ path, kind }) => kind === 'file' && /\.c?js$/.test(path));
  const chosen = dice.several(1, programsPerTree, () => dice.pickAny(entriesOf)?.path);
  const questions = [...new Set(chosen)].flatMap((entry): OpenQuestion[] =>
    entry === undefined ? [] : [{ kind: 'run', entry }],
  );
  return { tree, questions };
}
