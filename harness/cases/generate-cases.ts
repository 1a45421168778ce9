// Generation: pages become cases/*.json, one file a page, and the JSON Schema that describes them.

import stringify from 'json-stringify-pretty-compact';
import * as z from 'zod';
import { type PageCases, pageCasesSchema } from '../model/case.ts';
import { packageVersion } from '../package-root.ts';
import type { Page } from '../pages/parse-page.ts';

/** A generated file: its name in the cases folder and its exact text. */
export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
}

export const schemaFileName = 'schema.json';

/** Everything that belongs into the cases folder for these pages. */
export function generateCases(pages: readonly Page[]): GeneratedFile[] {
  const files = pages.map((page) => ({ name: `${page.id}.json`, text: toText(toPageCases(page)) }));
  return [...files, { name: schemaFileName, text: toText(caseFileSchema()) }];
}

/** One page as the content of its case file. */
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
  return { title: 'The cases of one page of modspec', ...z.toJSONSchema(pageCasesSchema) };
}

function toText(value: object): string {
  return `${stringify(value, { maxLength: 160 })}\n`;
}
