// The accepted failures of one implementation, asked of one case at a time.

import { type AcceptedEntry, acceptedEntries } from '../../harness/baseline/accepted-failures.ts';
import { baselineMeaning, baselineSchema } from '../../harness/baseline/baseline.ts';
import { appliesTo, isAsRecorded } from '../../harness/baseline/examine-entries.ts';
import { observedText } from '../../harness/baseline/observed-text.ts';
import { readYaml } from '../../model/input/read-located.ts';
import type { Verdict } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import type { AcceptedBy } from './settings.ts';

export interface AcceptedCases {
  /** Why the failure of a case is accepted; undefined if it is not. */
  reasonFor(id: string): string | undefined;
  /** What is wrong with a verdict on an accepted case; undefined if the case failed as the file says, or is not accepted. */
  complaintAbout(verdict: Verdict): string | undefined;
}

/** @throws {UsageError} with file and line if the file can't be read, or has nothing for the implementation. */
export function readAcceptedCases(accepted: AcceptedBy, catalog: Catalog): AcceptedCases {
  const { file, name, version } = accepted;
  const baseline = readYaml(file, baselineSchema, baselineMeaning);
  const implementation = { spec: name, name, ...(version === undefined ? {} : { version }) };
  if (!baseline.value.implementations.some((block) => appliesTo(block, implementation)))
    throw new UsageError(
      `expected entries for the implementation '${name}'; found ${namesIn(baseline.value.implementations)}`,
      { file },
    );
  const entries = acceptedEntries(baseline, implementation, catalog, file);
  return {
    reasonFor: (id) => describeReason(entries.get(id)),
    complaintAbout: (verdict) => complain(entries.get(verdict.case), verdict, file),
  };
}

function namesIn(blocks: readonly { readonly name: string }[]): string {
  return blocks.length === 0 ? 'none' : blocks.map(({ name }) => `'${name}'`).join(', ');
}

function describeReason(placed: AcceptedEntry | undefined): string | undefined {
  if (placed === undefined) return undefined;
  const { class: reasonClass, reason } = placed.entry;
  return reason === undefined ? reasonClass : `${reasonClass}: ${reason}`;
}

function complain(placed: AcceptedEntry | undefined, verdict: Verdict, file: string): string | undefined {
  if (placed === undefined) return undefined;
  const { entry, line } = placed;
  if (verdict.verdict === 'pass')
    return `${verdict.case} passes, but ${file}:${line} accepts its failure; ${'cases' in entry ? 'name only the cases that fail' : 'remove the entry'}`;
  if (isAsRecorded(entry, verdict)) return undefined;
  return `${file}:${line} expects '${entry.observed}'; observed '${observedText(verdict)}'`;
}
