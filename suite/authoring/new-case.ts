// Inserts a new case after the last case of its rule.

import { UsageError } from '../../model/usage-error.ts';
import { applyLineEdits, findRule, pageBlocks } from './page-places.ts';

export interface NewCase {
  readonly id: string;
  readonly title: string;
  readonly kind: 'resolve' | 'import' | 'run';
}

/** The text of a page with a scaffold after the cases of a rule. */
export function insertCase(file: string, text: string, rule: string, scaffold: readonly string[]): string {
  const place = findRule(pageBlocks(file, text), rule, text);
  if (!place) throw new UsageError(`this page has no rule '${rule}'`, { file });
  const lines = text.split('\n');
  let end = place.end;
  while (end > place.start && lines[end - 2]?.trim() === '') end--;
  return applyLineEdits(text, [{ start: end, end, lines: ['', ...scaffold] }]);
}

/** A case whose files and question the author has to change; the expectation is left open. */
export function scaffoldCase({ id, title, kind }: NewCase): string[] {
  const heading = [`#### \`${id}\` ${title}`, ''];
  return [...heading, ...scaffolds[kind]];
}

const resolution = [
  '```tree',
  'a.js',
  '```',
  '',
  '| from | specifier | resolves to |',
  '| --- | --- | --- |',
  '| `main.js` | `./a` | ? |',
];

const imported = [
  '```tree',
  'a.mjs',
  '```',
  '',
  '- Needs: import',
  '',
  '| from | by | specifier | resolves to |',
  '| --- | --- | --- | --- |',
  '| `main.mjs` | import | `./a.mjs` | ? |',
];

const program = [
  '`main.js`',
  '',
  '```js',
  "console.log(require('./a').id);",
  '```',
  '',
  '`a.js`',
  '',
  '```js',
  "exports.id = 'a';",
  '```',
  '',
  '```stdout',
  '?',
  '```',
];

const scaffolds = { resolve: resolution, import: imported, run: program } as const;

/** An unused id: the id of the rule and words of the title, then more words until it is unused. */
export function proposeId(rule: string, title: string, taken: ReadonlySet<string>): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const own = words.filter((word) => !fillers.has(word) && !rule.split('-').includes(word));
  const wanted = [rule, ...own.slice(0, 3)].join('-');
  const others = ['another', 'further', 'other', 'more'].map((word) => `${wanted}-${word}`);
  const free = [wanted, ...others].find((id) => !taken.has(id));
  if (free !== undefined) return free;
  throw new UsageError(`the ids ${wanted}, ${others.join(', ')} are all in use; choose one with --id`);
}

const fillers = new Set(['a', 'an', 'the', 'of', 'to', 'is', 'in']);
