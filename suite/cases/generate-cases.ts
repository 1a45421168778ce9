// Generates cases/*.json from the pages, one file for each page, and the JSON Schema of these files.

import stringify from 'json-stringify-pretty-compact';
import * as z from 'zod';
import { type PageCases, pageCasesSchema } from '../../model/case.ts';
import { packageVersion } from '../../model/package-root.ts';
import type { Page } from '../pages/parse-page.ts';

/** A generated file: its name in the cases folder and its exact text. */
export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
}

export const schemaFileName = 'schema.json';

/** All files of the cases folder for these pages. */
export function generateCases(pages: readonly Page[]): GeneratedFile[] {
  const files = pages.map((page) => ({ name: `${page.id}.json`, text: toText(toPageCases(page)) }));
  return [...files, { name: schemaFileName, text: toText(caseFileSchema()) }];
}

/** The content of the case file of a page. */
export function toPageCases(page: Page): PageCases {
  return {
    $schema: `./${schemaFileName}`,
    format: 1,
    generatedBy: `modspec ${packageVersion()}`,
    page: page.id,
    file: `spec/${page.place}`,
    title: page.title,
    rules: [...page.rules],
    cases: page.cases.map((item) => ({
      ...item,
      source: { file: `spec/${page.place}`, line: item.source.line },
    })),
  };
}

function caseFileSchema(): object {
  return { title: 'The cases of a page of modspec', ...z.toJSONSchema(pageCasesSchema) };
}

function toText(value: object): string {
  return `${stringify(value, { maxLength: 160 })}\n`;
}
