// A case as text: its rule, its tree, its questions and expectations.

import type { Case } from '../../model/case.ts';
import { describeExpectation, describeQuestion } from '../../model/describe.ts';
import { formatEditions } from '../../model/edition-selector.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { indent, renderEntry } from '../parts/render-entry.ts';
import { defaultColumns, wrap } from '../parts/wrap.ts';

/** The whole case, for a person at a terminal. */
export function renderCase(item: Case, catalog: Catalog, columns: number = defaultColumns): string {
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
    ...indent(wrap(rule?.text ?? '', columns - 2).join('\n')),
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
