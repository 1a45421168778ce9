// `modspec show` and `modspec extract`: print a case or an algorithm, or write the tree of a case into a folder.

import { existsSync, lstatSync, readdirSync, realpathSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { checkEdition } from '../../api/check-edition.ts';
import { loadCases } from '../../api/load-cases.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import type { TreeEntry } from '../../model/case.ts';
import { describeQuestion } from '../../model/describe.ts';
import { nodeEditions } from '../../model/editions.ts';
import { describeKind } from '../../model/input/describe-kind.ts';
import { UsageError } from '../../model/usage-error.ts';
import { renderAlgorithm } from '../../reports/commands/render-algorithm.ts';
import { renderCase } from '../../reports/commands/render-case.ts';
import { algorithmOf, findOperation, operationsOf } from '../../suite/algorithm/algorithm-of.ts';
import { type Catalog, findCase } from '../../suite/cases/catalog.ts';
import { presentId } from '../../suite/identity/id-register.ts';
import { noteRenamed } from './note-renamed.ts';

export interface ShowOptions {
  readonly spec?: string;
  readonly edition?: string;
}

export async function showCommand(id: string, options: ShowOptions): Promise<void> {
  const catalog = await loadCases(options.spec);
  const operations = operationsOf(catalog.rules.values());
  const operation = findOperation(operations, presentRule(catalog, id));
  if (operation !== undefined) {
    checkEdition(options.edition, nodeEditions());
    const reached = algorithmOf(operations, operation, options.edition);
    process.stdout.write(renderAlgorithm(reached, options.edition === undefined, process.stdout.columns));
    return;
  }
  if (options.edition !== undefined)
    throw new UsageError(`--edition is for an algorithm, such as REQUIRE; there is none of the name '${id}'`);
  noteRenamed(catalog, [id]);
  process.stdout.write(renderCase(findCase(catalog, id), catalog, process.stdout.columns));
}

/** The id that a rule has now. */
function presentRule(catalog: Catalog, id: string): string {
  return presentId(catalog.formerIds ?? new Map(), id) ?? id;
}

export async function extractCommand(id: string, folder: string, options: { spec?: string }): Promise<void> {
  const catalog = await loadCases(options.spec);
  noteRenamed(catalog, [id]);
  const item = findCase(catalog, id);
  const target = realTarget(folder);
  buildAt(target, item.tree);
  const asked = item.questions.map((question) => `  ${describeQuestion(question)}\n`).join('');
  process.stdout.write(`${item.id} is in ${target}\nIts questions:\n${asked}`);
}

function buildAt(target: string, tree: readonly TreeEntry[]): void {
  try {
    buildTree(target, tree);
  } catch (error) {
    throw new UsageError(`cannot write the tree into '${target}': ${(error as Error).message}`);
  }
}

/** The real path of a folder that is about to be made. No file of the user is overwritten, and no link is followed. */
function realTarget(folder: string): string {
  const wanted = path.resolve(folder);
  const found = lstatSync(wanted, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new UsageError(`expected a new or empty folder; '${folder}' is ${describeKind(found)}`);
  if (found) {
    if (readdirSync(wanted).length > 0)
      throw new UsageError(`expected a new or empty folder; '${folder}' is not empty`);
    rmdirSync(wanted);
  }
  const parent = path.dirname(wanted);
  if (!existsSync(parent))
    throw new UsageError(`cannot make '${path.basename(wanted)}': the folder '${parent}' does not exist`);
  return path.join(realpathSync(parent), path.basename(wanted));
}
