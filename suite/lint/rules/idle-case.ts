// Lint: cases that no fault makes fail, and cases of which nobody has looked whether one does.

import type { Case } from '../../../model/case.ts';
import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { Subject } from '../subject/subject.ts';

export const idleCase: LintRule = {
  name: 'idle-case',
  reason:
    'A case that passes on every wrong loader shows nothing. `spec/strength.json` says, by its hash, for which case a fault of the reference was seen that it notices. Cases that are right to notice none are listed in `spec/idle-cases.yaml` with the reason. Pages without such a record keep none, and nothing is said of them.',
  fix: 'Run `npm run strength -- --case ID`, and commit the record with the page. A case that notices no fault needs a tree or an expectation in which a wrong loader shows, or goes.',
  check: (subject) => (subject.strength ? [...findIdle(subject), ...findStale(subject)] : []),
};

function findIdle({ pages, strength = {}, idle }: Subject): Problem[] {
  return pages.flatMap(({ id: page, file, cases }) =>
    cases
      .filter(({ id }) => !idle.some(({ names }) => names(page, id)))
      .flatMap((item) => {
        const said = complaint(item, strength[item.id]);
        return said === undefined ? [] : [{ file, line: item.source.line, message: said }];
      }),
  );
}

function complaint({ id, hash }: Case, entry: NonNullable<Subject['strength']>[string] | undefined) {
  const advice = `run 'npm run strength -- --case ${id}'`;
  if (!entry) return `nobody has looked which faults ${id} notices; ${advice}`;
  if (entry.hash !== hash) return `${id} changed since a fault was seen that it notices; ${advice}`;
  return entry.notices === null ? `${id} notices no fault of the reference` : undefined;
}

/** Entries of the register about what is not a case, or about cases that all do notice something. */
function findStale({ whole, pages, strength = {}, idle }: Subject): Problem[] {
  return idle.flatMap(({ glob, names, file, line }) => {
    const named = pages.flatMap(({ id: page, cases }) => cases.filter(({ id }) => names(page, id)));
    const [first] = named;
    if (!first) return whole ? [{ file, line, message: `'${glob}' names no case; remove the entry` }] : [];
    const isNoticing = ({ id, hash }: Case) => strength[id]?.hash === hash && strength[id].notices !== null;
    if (!named.every(isNoticing)) return [];
    const fault = strength[first.id]?.notices;
    return [{ file, line, message: `${first.id} notices a fault, ${fault}; remove the entry` }];
  });
}
