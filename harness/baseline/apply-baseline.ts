// Compares a run with a baseline: marks accepted verdicts, and reports where the two differ.

import { countOf } from '../../model/count-of.ts';
import type { Located } from '../../model/input/read-located.ts';
import { quoteCommand } from '../../model/quote-command.ts';
import type { Accepted, Complaint, RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Baseline, Entry } from './baseline.ts';
import { type Examined, examineEntries, type Held, isAcceptable, wordingOf } from './examine-entries.ts';
import { observedText } from './observed-text.ts';

/**
 * @param spec the `--spec` of the run, for the commands in the messages
 * @throws {UsageError} with file and line if two entries accept the same case.
 */
export function applyBaseline(baseline: Located<Baseline>, held: Held, spec: string | undefined): Run {
  const accepted = new Map<Verdict, Accepted>();
  const complaints = held.run.header.implementations.flatMap((implementation) => {
    const examined = examineEntries(baseline, implementation, held);
    for (const { entry, failing, changed } of examined)
      for (const verdict of failing) if (!changed.includes(verdict)) accepted.set(verdict, reasonOf(entry));
    const found = [
      ...examined.flatMap(complaintsAbout),
      ...unexpectedFailures(implementation, held, examined),
    ];
    return found.map((complaint) => addMend(complaint, implementation, held.file, spec));
  });
  return {
    ...held.run,
    verdicts: held.run.verdicts.map((verdict) => {
      const reason = accepted.get(verdict);
      return reason ? { ...verdict, accepted: reason } : verdict;
    }),
    baseline: { file: held.file, complaints },
  };
}

function reasonOf({ class: reasonClass, link, reason }: Entry): Accepted {
  return {
    class: reasonClass,
    ...(link === undefined ? {} : { link }),
    ...(reason === undefined ? {} : { reason }),
  };
}

type Found = Omit<Complaint, 'implementation' | 'mend'>;

function complaintsAbout(examined: Examined): Found[] {
  const { entry, line, stale, changed } = examined;
  const wording = wordingOf(entry);
  if (stale !== undefined)
    return [{ kind: 'stale entry', cases: [wording], line, text: `${wording}: ${stale}` }];
  const about = 'case' in entry ? complainOfPass(examined) : complainOfWidth(examined, entry);
  const differing = changed.map(
    (verdict): Found => ({
      kind: 'changed observation',
      cases: [verdict.case],
      line,
      text: `${verdict.case}: expected '${entry.observed}'; observed '${observedText(verdict)}'`,
    }),
  );
  return [...about, ...differing];
}

function complainOfPass({ entry, line, passing }: Examined): Found[] {
  return passing.map((verdict) => ({
    kind: 'unexpected pass',
    cases: [verdict.case],
    line,
    text: `${verdict.case} is accepted as ${entry.class}, but passes`,
  }));
}

/** A pattern must match failures only, and an exact number of them; otherwise it would hide the next regression. */
function complainOfWidth(
  { line, passing, failing, whole }: Examined,
  { cases: pattern, count }: Extract<Entry, { cases: string }>,
): Found[] {
  if (passing.length > 0) {
    const ids = passing.map((verdict) => verdict.case).join(', ');
    return [
      {
        kind: 'wide pattern',
        cases: [pattern],
        line,
        text: `${pattern} also matches cases that pass: ${ids}`,
      },
    ];
  }
  if (!whole || failing.length === count) return [];
  const text = `${pattern} expects ${countOf(count, 'failure')}; observed ${failing.length}`;
  return [{ kind: 'wide pattern', cases: [pattern], line, text }];
}

function unexpectedFailures(
  { spec }: RanImplementation,
  { run }: Held,
  examined: readonly Examined[],
): Found[] {
  const listed = new Set(examined.flatMap(({ ids }) => ids));
  const cases = run.verdicts
    .filter(
      (verdict) => verdict.implementation === spec && isAcceptable(verdict) && !listed.has(verdict.case),
    )
    .map((verdict) => verdict.case);
  const count = cases.length === 1 ? '1 case fails and is' : `${cases.length} cases fail and are`;
  const text = `${count} not accepted: ${cases.join(', ')}`;
  return cases.length === 0 ? [] : [{ kind: 'unexpected failure', cases, text }];
}

function addMend(
  found: Found,
  { spec: implementation, edition }: RanImplementation,
  file: string,
  spec: string | undefined,
): Complaint {
  const words = ['npx', 'modspec', 'run', '--impl', implementation, '--edition', edition];
  if (spec !== undefined) words.push('--spec', spec);
  if (found.kind !== 'stale entry' && found.cases.length <= 3)
    words.push(...found.cases.flatMap((name) => ['--case', name]));
  return {
    ...found,
    implementation,
    mend: quoteCommand([...words, '--baseline', file, '--update-baseline']),
  };
}
