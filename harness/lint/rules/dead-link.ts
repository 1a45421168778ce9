// Lint: links to nothing.

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type IdRegister, presentId } from '../../identity/id-register.ts';
import type { Problem } from '../finding.ts';
import { anchorsIn, type Link, linksIn } from '../links.ts';
import type { LintRule } from '../lint-rule.ts';

export const deadLink: LintRule = {
  name: 'dead-link',
  reason:
    'A reader who follows a link to nothing has lost the thread. Links to files and headings of the project are checked, in the pages and in the documents beside them; links into the web are not.',
  fix: 'Correct the path or the anchor. `--fix` does so where the anchor starts with the id of a heading, also when the id was renamed.',
  readsText: true,
  check: ({ outlines, documents, ids }) => {
    const anchors = new Map<string, readonly string[]>();
    const anchorsOf = (file: string) => {
      const known = anchors.get(file) ?? anchorsIn(readFileSync(file, 'utf8'));
      anchors.set(file, known);
      return known;
    };
    return [...outlines, ...documents].flatMap(({ file, text }) =>
      linksIn(text).flatMap((link) => complain(file, text, link, anchorsOf, ids)),
    );
  },
};

function complain(
  file: string,
  text: string,
  { target, line }: Link,
  anchorsOf: (file: string) => readonly string[],
  ids: IdRegister,
): Problem[] {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return [];
  const [, place = '', anchor] = /^([^#]*)(?:#(.*))?$/s.exec(target) ?? [];
  const found = place === '' ? file : path.join(path.dirname(file), place);
  if (!existsSync(found))
    return [{ file, line, message: `this link names '${place}', which does not exist; correct it` }];
  if (anchor === undefined || !found.endsWith('.md') || statSync(found).isDirectory()) return [];
  const anchors = anchorsOf(found);
  if (anchors.includes(anchor)) return [];
  const meant = guess(anchor, anchors, ids);
  const advice = meant === undefined ? 'correct it' : `most likely '#${meant}' is meant`;
  const edit = meant === undefined ? {} : { edit: replaceOn(text, line, `#${anchor})`, `#${meant})`) };
  return [
    { file, line, message: `${path.normalize(found)} has no heading for '#${anchor}'; ${advice}`, ...edit },
  ];
}

/** The one anchor that starts with the longest run of the words that a dead one starts with, at least an id. */
function guess(anchor: string, anchors: readonly string[], ids: IdRegister): string | undefined {
  const words = anchor.split('-');
  for (let count = words.length; count > 1; count--) {
    const start = words.slice(0, count).join('-');
    const today = presentId(ids, start);
    const hits = anchors.filter((one) => one === today || one.startsWith(`${today}-`));
    if (today !== undefined && hits.length === 1) return hits[0];
  }
  return undefined;
}

function replaceOn(text: string, line: number, old: string, instead: string) {
  const content = text.split('\n')[line - 1] ?? '';
  return { start: line, end: line + 1, lines: [content.replace(old, instead)] };
}
