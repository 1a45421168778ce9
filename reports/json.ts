// The run itself as JSON: one document, with a verdict a line so that it can be compared and searched by line.

import type { Run } from '../harness/model/run.ts';

export function renderJson(run: Run): string {
  const verdicts = run.verdicts.map((verdict) => `    ${JSON.stringify(verdict)}`).join(',\n');
  return [
    '{',
    `  "header": ${JSON.stringify(run.header)},`,
    verdicts === '' ? '  "verdicts": [],' : `  "verdicts": [\n${verdicts}\n  ],`,
    ...(run.baseline ? [`  "baseline": ${JSON.stringify(run.baseline)},`] : []),
    `  "footer": ${JSON.stringify(run.footer)}`,
    '}',
    '',
  ].join('\n');
}
