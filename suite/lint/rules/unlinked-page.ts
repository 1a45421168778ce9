// Lint: pages to which no link leads a reader, and pages from which none does.

import path from 'node:path';
import type { Problem } from '../subject/finding.ts';
import { linksIn, type PageLink } from '../subject/links.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { Document, Subject } from '../subject/subject.ts';

export const unlinkedPage: LintRule = {
  name: 'unlinked-page',
  reason:
    'A reader starts at the `README.md` of the pages, which links each of them in the order of reading, and goes from page to page by links. A page without a link to another one does not say where its words are explained or what follows from it.',
  fix: 'Add the page to the order of reading in `spec/README.md`, in the place that its number gives it. On the page, link the rules of other pages that it rests on, by their anchors.',
  readsText: true,
  check: (subject) => {
    if (!subject.whole || subject.outlines.length < 2) return [];
    return [...findDeadEnds(subject), ...(subject.readme ? findUnlisted(subject, subject.readme) : [])];
  },
};

function findDeadEnds({ outlines }: Subject): Problem[] {
  const files = outlines.map(({ file }) => file);
  return outlines
    .filter((page) => pagesLinked(page, files).every(({ page: other }) => other === page.file))
    .map(({ file }) => ({
      file,
      line: 1,
      message: 'this page links no other page; link the rules that it rests on',
    }));
}

function findUnlisted({ outlines }: Subject, readme: Document): Problem[] {
  const files = outlines.map(({ file }) => file);
  const listed = pagesLinked(readme, files).filter(
    ({ page }, at, all) => all.findIndex((other) => other.page === page) === at,
  );
  const missing = files.filter((file) => !listed.some(({ page }) => page === file));
  return [
    ...missing.map((file) => ({
      file,
      line: 1,
      message: `${readme.file} does not link this page; add it in its place`,
    })),
    ...listed.flatMap(({ page, line }, at): Problem[] => {
      const before = listed[at - 1]?.page;
      if (before === undefined || files.indexOf(before) < files.indexOf(page)) return [];
      return [
        { file: readme.file, line, message: `${page} is listed after ${before} but read before it; move it` },
      ];
    }),
  ];
}

/** The links of a file to pages, whatever their anchors. */
function pagesLinked({ file, text }: Document, pages: readonly string[]): { page: string; line: number }[] {
  return linksIn(text).flatMap(({ target, line }: PageLink) => {
    const [place = ''] = target.split('#');
    const page = place === '' ? file : path.posix.join(path.posix.dirname(file), place);
    return pages.includes(page) ? [{ page, line }] : [];
  });
}
