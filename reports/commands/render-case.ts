// A case as text: its rule, its tree, its questions and expectations.

import type { Case, TreeEntry } from '../../model/case.ts';
import { describeExpectation, describeQuestion } from '../../model/describe.ts';
import { formatEditions } from '../../model/edition-selector.ts';
import { shorten } from '../../model/inert.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

/** The whole case, for a person at a terminal. */
export function renderCase(item: Case, catalog: Catalog): string {
  const rule = catalog.rules.get(item.rule);
  const needs = item.needs.length === 0 ? [] : [`needs: ${item.needs.join(', ')}`];
  const environment = Object.entries(item.environment).map(
    ([name, value]) => `environment: ${name}=${value}`,
  );
  return `${[
    `${item.id}: ${item.title}`,
    `rule ${item.rule} (${rule?.requirement}), level ${item.level}, ${item.source.file}:${item.source.line}`,
    ...needs,
    ...environment,
    '',
    ...indent(rule?.text ?? ''),
    '',
    ...item.tree.flatMap((entry) => renderEntry(entry)),
    '',
    ...item.questions.flatMap((question) => [
      describeQuestion(question),
      ...question.expect.flatMap((expected) => [
        `  ${formatEditions(expected.editions)}:`,
        ...indent(indent(describeExpectation(expected)).join('\n')),
      ]),
    ]),
  ].join('\n')}\n`;
}

/** The tree of a case, one line for each entry; the content of a file is below its name. */
export function renderEntry(entry: TreeEntry): string[] {
  const mode = entry.kind !== 'symlink' && entry.mode !== undefined ? ` (mode ${entry.mode})` : '';
  switch (entry.kind) {
    case 'file':
      return [`${entry.path}${mode}`, ...indent(shorten(entry.text, 2000))];
    case 'bytes':
      return [`${entry.path}${mode}: ${Buffer.from(entry.base64, 'base64').length} bytes`];
    case 'folder':
      return [`${entry.path}/${mode}`];
    case 'symlink':
      return [`${entry.path} -> ${entry.target}`];
  }
}

function indent(text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines
    .filter((line, index) => line !== '' || index < lines.length - 1)
    .map((line) => `  ${line}`.trimEnd());
}
