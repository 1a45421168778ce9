// Programs whose syntax is newer than the oldest line that is asked.

import { parse } from 'acorn';
import type { Case } from '../../../model/case.ts';

/** The lines whose parsers know nothing newer than ES5. */
const oldLines = ['node-0.10', 'node-0.12'];

/** The files of a case that an old line can't parse, though it is asked and a present one can. */
export function newerFiles({ tree, questions }: Case): string[] {
  const asksOld = questions.some(
    ({ kind, expect }) =>
      kind === 'run' && expect.some(({ editions }) => oldLines.some((line) => editions.includes(line))),
  );
  if (!asksOld) return [];
  return tree.flatMap((entry) =>
    entry.kind === 'file' &&
    entry.path.endsWith('.js') &&
    !parses(entry.text, 5) &&
    parses(entry.text, 'latest')
      ? [entry.path]
      : [],
  );
}

function parses(text: string, ecmaVersion: 5 | 'latest'): boolean {
  try {
    parse(text, { ecmaVersion, allowReturnOutsideFunction: true, allowHashBang: true });
    return true;
  } catch {
    return false;
  }
}
