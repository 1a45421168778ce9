// `modspec show` and `modspec extract`: print a case, or write its tree into a folder.

import { existsSync, readdirSync, realpathSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { renderCase } from '../../reports/render-case.ts';
import { findCase } from '../cases/catalog.ts';
import { loadCatalog } from '../cases/load-catalog.ts';
import { describeQuestion } from '../judge/describe.ts';
import { buildTree } from '../trees/build-tree.ts';
import { UsageError } from '../usage-error.ts';
import { noteRenamed } from './note-renamed.ts';

export function showCommand(id: string, options: { spec?: string }): void {
  const catalog = loadCatalog(options.spec);
  noteRenamed(catalog, [id]);
  process.stdout.write(renderCase(findCase(catalog, id), catalog));
}

export function extractCommand(id: string, folder: string, options: { spec?: string }): void {
  const catalog = loadCatalog(options.spec);
  noteRenamed(catalog, [id]);
  const item = findCase(catalog, id);
  const target = realTarget(folder);
  buildTree(target, item.tree);
  const asked = item.questions.map((question) => `  ${describeQuestion(question)}\n`).join('');
  process.stdout.write(`${item.id} is in ${target}\nIts questions:\n${asked}`);
}

/** The real path of a folder that is about to be made. No file of the user is overwritten. */
function realTarget(folder: string): string {
  const wanted = path.resolve(folder);
  if (existsSync(wanted)) {
    if (readdirSync(wanted).length > 0)
      throw new UsageError(`expected a new or empty folder; '${folder}' is not empty`);
    rmdirSync(wanted);
  }
  const parent = path.dirname(wanted);
  if (!existsSync(parent))
    throw new UsageError(`cannot make '${path.basename(wanted)}': the folder '${parent}' does not exist`);
  return path.join(realpathSync(parent), path.basename(wanted));
}
