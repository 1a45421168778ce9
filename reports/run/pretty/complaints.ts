// The differences from the baseline, each with the command that updates the baseline.

import { inert, shorten } from '../../../model/inert.ts';
import type { RanImplementation, Run } from '../../../model/run.ts';
import type { Paint } from './pretty-options.ts';

export function renderComplaints(run: Run, { spec }: RanImplementation, paint: Paint): string[] {
  const { file = '', complaints = [] } = run.baseline ?? {};
  return complaints
    .filter(({ implementation }) => implementation === spec)
    .map(({ kind, line, text, mend }) =>
      [
        `${paint.red(kind)} ${inert(line === undefined ? file : `${file}:${line}`)}`,
        `  ${inert(shorten(text, 2000))}`,
        `  ${paint.cyan(inert(mend))}`,
        ...(kind === 'unexpected failure' ? [paint.dim(`  ${howToAccept}`)] : []),
      ].join('\n'),
    );
}

const howToAccept = 'adds them to the file; then write a class, a reason and a link for each';
