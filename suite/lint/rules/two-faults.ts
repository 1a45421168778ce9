// Lint: negative cases that could fail for another reason.

import type { Case, Question } from '../../../model/case.ts';
import type { CaseTracer } from '../subject/case-tracer.ts';
import { type ProgramFault, programFaults } from '../subject/faults.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { chapterOf, rowLine } from '../subject/outline.ts';

export const twoFaults: LintRule = {
  name: 'two-faults',
  reason:
    'A negative case shows that one fault is refused. With two in its way, a loader that overlooks either is refused by the other and passes. Faults are files that do not parse or cannot be read, links to files that do not exist, and modules that throw.',
  fix: 'Mend one of the faults, and give it a case of its own.',
  check: ({ pages, outlines, tracer }) =>
    pages.flatMap((page) =>
      page.cases.flatMap((item) => {
        const faults = programFaults(item);
        if (faults.length < 2) return [];
        return item.questions.flatMap((question, at) => {
          const met = faultsMet(item, question, faults, tracer);
          if (met.length < 2) return [];
          const line = rowLine(chapterOf(outlines, page.file, item.id), at) ?? item.source.line;
          return [
            {
              file: page.file,
              line,
              message: `${item.id} meets ${met.length} faults in one question (${met.map(({ path, what }) => `${path} ${what}`).join(', ')}); give each a case of its own`,
            },
          ];
        });
      }),
    ),
};

function faultsMet(
  item: Case,
  question: Question,
  faults: readonly ProgramFault[],
  tracer: CaseTracer,
): ProgramFault[] {
  if (!question.expect.some((expected) => 'error' in expected && expected.error !== undefined)) return [];
  const touched = tracer.touchedBy(item, question);
  return faults.filter(({ path }) => touched.has(path));
}
