// The annotations of a run for GitHub Actions: one for each broken rule, and one for each difference from the baseline.

import path from 'node:path';
import { isUnexpected } from '../../analysis/tally.ts';
import { countOf } from '../../model/count-of.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { type Annotation, workflowCommand } from '../parts/workflow-command.ts';

/** GitHub shows ten annotations of a step, and drops the others. */
const mostShown = 10;

/**
 * Lines that end with a newline; empty if all is as expected.
 * @param spec the `--spec` of the run: only then the pages lie in the user's repository
 */
export function renderAnnotations(run: Run, catalog: Catalog, spec: string | undefined): string {
  const all = run.header.implementations.flatMap((implementation) => [
    ...complaintsAbout(run, implementation),
    ...brokenRules(run, implementation, catalog, spec),
  ]);
  const left = all.length - mostShown + 1;
  const shown =
    all.length <= mostShown
      ? all
      : [
          ...all.slice(0, mostShown - 1),
          {
            level: 'error' as const,
            title: 'modspec',
            message: `and ${left} more; the summary of the job lists them`,
          },
        ];
  return shown.map((annotation) => `${workflowCommand(annotation)}\n`).join('');
}

function complaintsAbout({ baseline }: Run, { spec, name }: RanImplementation): Annotation[] {
  const { file = '', complaints = [] } = baseline ?? {};
  return complaints
    .filter(({ implementation, kind }) => implementation === spec && kind !== 'unexpected failure')
    .map(({ kind, line, text, mend }) => ({
      level: 'error',
      title: `modspec: ${kind} of ${inert(name)}`,
      file: path.normalize(file),
      line,
      message: inert(shorten(`${text}\n${mend}`, 1000)),
    }));
}

function brokenRules(
  { verdicts }: Run,
  implementation: RanImplementation,
  catalog: Catalog,
  spec: string | undefined,
): Annotation[] {
  const byRule = new Map<string, Verdict[]>();
  for (const verdict of verdicts)
    if (verdict.implementation === implementation.spec && isUnexpected(verdict))
      byRule.set(verdict.rule, [...(byRule.get(verdict.rule) ?? []), verdict]);
  return [...byRule].map(([id, failing]) => {
    const rule = catalog.rules.get(id);
    const page = catalog.pages.find(({ rules }) => rules.some((own) => own.id === id));
    const place = spec === undefined || !page || !rule ? {} : { file: page.file, line: rule.line };
    return {
      level: 'error',
      title: `modspec: ${inert(implementation.name)} breaks ${id} (${countOf(failing.length, 'case')})`,
      ...place,
      message: shorten(
        `${rule?.title ?? id}\n${failing.map((verdict) => `${verdict.verdict} ${verdict.case}`).join('\n')}`,
        1000,
      ),
    };
  });
}
