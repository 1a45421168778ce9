// The run as JSON: one document with one verdict on each line, so that it can be compared and searched by line.

import { inertJson } from '../../model/inert.ts';
import { type Run, runSchema } from '../../model/run.ts';

/** Keys are in the order of the schema, so that a run that is read and written again is the same text. */
export function renderJson(made: Run): string {
  const run = runSchema.parse(made);
  const verdicts = run.verdicts.map((verdict) => `    ${JSON.stringify(verdict)}`).join(',\n');
  const lines = [
    '{',
    `  "header": ${JSON.stringify(run.header)},`,
    verdicts === '' ? '  "verdicts": [],' : `  "verdicts": [\n${verdicts}\n  ],`,
    ...(run.baseline ? [`  "baseline": ${JSON.stringify(run.baseline)},`] : []),
    `  "footer": ${JSON.stringify(run.footer)}`,
    '}',
    '',
  ];
  return inertJson(lines.join('\n'));
}
