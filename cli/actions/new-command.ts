// `modspec new`: adds the scaffold of a case to the page of its rule.

import { writeFileSync } from 'node:fs';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import { UsageError } from '../../model/usage-error.ts';
import { insertCase, type NewCase, proposeId, scaffoldCase } from '../../suite/authoring/new-case.ts';
import type { IdRegister } from '../../suite/identity/id-register.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';
import { idShape, isId } from '../../suite/pages/page-id.ts';
import type { Page } from '../../suite/pages/parse-page.ts';
import { pagesFolder, readPages, readPageText } from '../../suite/pages/read-pages.ts';

export interface NewCommandOptions {
  readonly title: string;
  readonly id?: string;
  readonly program: boolean;
  readonly import: boolean;
  readonly spec: string;
}

export function newCommand(rule: string, options: NewCommandOptions): void {
  const pages = readPages(options.spec, { drafts: true });
  const page = findPage(pages, rule);
  const id = chooseId(pages, readIdRegister(pagesFolder(options.spec)), rule, options);
  const scaffold = scaffoldCase({ id, title: options.title, kind: kindOf(options) });
  const text = insertCase(page.file, readPageText(page.file), rule, scaffold);
  writeFileSync(page.file, text);
  const line = text.split('\n').findIndex((content) => content.startsWith(`#### \`${id}\``)) + 1;
  process.stdout.write(
    `${page.file}:${line}: ${id}\nEdit it, then fill in what real Nodes do: modspec try ${id} --write\n`,
  );
}

function kindOf({ program, import: isImport }: NewCommandOptions): NewCase['kind'] {
  if (program && isImport)
    throw new UsageError('new: expected --program or --import; the imports of a program are in its files');
  if (program) return 'run';
  return isImport ? 'import' : 'resolve';
}

function findPage(pages: readonly Page[], rule: string): Page {
  const page = pages.find(({ rules }) => rules.some(({ id }) => id === rule));
  if (page) return page;
  const known = pages.flatMap(({ rules }) => rules.map(({ id }) => id));
  throw new UsageError(`unknown rule '${rule}'; ${didYouMean(rule, known)}see 'modspec list rules'`);
}

function chooseId(
  pages: readonly Page[],
  former: IdRegister,
  rule: string,
  { id, title }: NewCommandOptions,
): string {
  const used = pages.flatMap(({ rules, cases }) => [...rules, ...cases].map((one) => one.id));
  const taken = new Set([...used, ...former.keys()]);
  if (id === undefined) return proposeId(rule, title, taken);
  if (!isId(id)) throw new UsageError(`--id ${id}: expected ${idShape}`);
  if (taken.has(id)) throw new UsageError(`--id ${id}: this id is or was in use; choose another`);
  return id;
}
