// Lint: links to nothing.

import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { readWritten } from '../../../model/input/read-text.ts';
import type { LineEdit } from '../../authoring/page-places.ts';
import type { Problem } from '../subject/finding.ts';
import { anchorsIn, linksIn, type PageLink } from '../subject/links.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { type MeantHeading, meantHeading } from '../subject/meant-heading.ts';
import type { Document, Subject } from '../subject/subject.ts';

export const deadLink: LintRule = {
  name: 'dead-link',
  reason:
    'A reader who follows a link to nothing has lost the thread. Links to files and headings of the project are checked, in the pages and in the documents beside them; links into the web are not.',
  fix: 'Correct the path or the anchor. `--fix` does so where the anchor starts with the id of a heading, also when the id was renamed or is on another page now.',
  readsText: true,
  check: (subject) => {
    const anchors = new Map<string, readonly string[]>();
    const anchorsOf = (file: string) => {
      const known = anchors.get(file) ?? anchorsIn(readWritten(file));
      anchors.set(file, known);
      return known;
    };
    return [...subject.outlines, ...subject.documents].flatMap((document) =>
      linksIn(document.text).flatMap((link) => complain(document, link, anchorsOf, subject)),
    );
  },
};

function complain(
  document: Document,
  link: PageLink,
  anchorsOf: (file: string) => readonly string[],
  { outlines, ids }: Subject,
): Problem[] {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link.target)) return [];
  const { file } = document;
  const [, place = '', anchor] = /^([^#]*)(?:#(.*))?$/s.exec(link.target) ?? [];
  const found = place === '' ? file : path.join(path.dirname(file), place);
  const isThere = existsSync(found);
  const isPlain =
    anchor === undefined || !found.endsWith('.md') || (isThere && statSync(found).isDirectory());
  if (isThere && (isPlain || anchorsOf(found).includes(anchor))) return [];
  const message = isThere
    ? `${path.normalize(found)} has no heading for '#${anchor}'`
    : `this link names '${place}', which does not exist`;
  const meant = anchor === undefined ? undefined : meantHeading(anchor, outlines, ids);
  return [{ file, line: link.line, ...mended(document, link, message, meant) }];
}

function mended({ file, text }: Document, { target, line }: PageLink, fault: string, meant?: MeantHeading) {
  if (!meant) return { message: `${fault}; correct it` };
  const place = meant.file === file ? '' : path.posix.relative(path.posix.dirname(file), meant.file);
  const instead = `${place}#${meant.anchor}`;
  const message = `${fault}; most likely '${instead}' is meant`;
  return { message, edit: replaceOn(text, line, `](${target})`, `](${instead})`) };
}

function replaceOn(text: string, line: number, old: string, instead: string): LineEdit {
  const content = text.split('\n')[line - 1] ?? '';
  return { start: line, end: line + 1, lines: [content.replace(old, () => instead)] };
}
