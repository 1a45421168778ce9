// The cases of pages, or of case files, that the user works on. A file that can't be read keeps its earlier cases.

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageCases } from '../../model/case.ts';
import { packageRoot } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Catalog, catalogOf } from '../../suite/cases/catalog.ts';
import { toPageCases } from '../../suite/cases/generate-cases.ts';
import { listCaseFiles, readCaseFile } from '../../suite/cases/read-cases.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';
import { refuseDrafts } from '../../suite/pages/drafts.ts';
import type { Page } from '../../suite/pages/parse-page.ts';
import { checkIds, isPageName, listPages, pagesFolder, readPage } from '../../suite/pages/read-pages.ts';

export interface WatchedCases {
  /** The file or folder of the cases. */
  readonly location: string;
  /** Absolute paths of the files as they are now. */
  list(): string[];
  /** Whether a path is, or would be, one of these files. */
  owns(file: string): boolean;
  /** Reads these files again. @returns what is wrong with them */
  refresh(files: Iterable<string>): UsageError[];
  catalog(): Catalog;
}

/**
 * Reads nothing yet.
 * @param spec a page or folder of pages; undefined for the bundled case files
 */
export function watchCases(spec: string | undefined): WatchedCases {
  return spec === undefined ? hold(caseFiles()) : hold(pagesAt(path.resolve(spec)));
}

/** Files of one kind: each file is read alone and then compared with all others. */
interface Kind<T> extends Pick<WatchedCases, 'location' | 'list' | 'owns'> {
  read(file: string): T;
  check(all: readonly T[]): void;
  toCatalog(all: readonly T[]): Catalog;
}

function pagesAt(location: string): Kind<Page> {
  const isPage = pagesFolder(location) !== location;
  return {
    location,
    list: () => listPages(location).map((file) => path.resolve(file)),
    owns: (file) =>
      isPage ? file === location : isPageName(path.basename(file)) && pagesFolder(file) === location,
    read: (file) => readPage(file),
    check: (pages) => {
      checkIds(pages);
      refuseDrafts(pages);
    },
    toCatalog: (pages) => catalogOf(pages.map(toPageCases), readIdRegister(pagesFolder(location))),
  };
}

function caseFiles(): Kind<PageCases> {
  const location = path.join(packageRoot, 'cases');
  return {
    location,
    list: () => listCaseFiles(location),
    owns: (file) => listCaseFiles(location).includes(file),
    read: (file) => readCaseFile(file),
    check: () => undefined,
    toCatalog: (pages) => catalogOf(pages, readIdRegister(path.join(packageRoot, 'spec'))),
  };
}

function hold<T>(kind: Kind<T>): WatchedCases {
  let held: ReadonlyMap<string, T> = new Map();
  const inOrder = () => [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  const renew = (file: string): UsageError[] => {
    const before = held;
    try {
      const others = [...held].filter(([name]) => name !== file);
      held = new Map(existsSync(file) ? [...others, [file, kind.read(file)]] : others);
      kind.check(inOrder());
      return [];
    } catch (error) {
      held = before;
      if (error instanceof UsageError) return [error];
      throw error;
    }
  };
  return {
    ...kind,
    refresh: (files) => [...files].filter(kind.owns).flatMap(renew),
    catalog: () => kind.toCatalog(inOrder()),
  };
}
