// Rewrites a baseline from the verdicts of a run; comments, order and reasons are kept.

import { Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseLocated } from '../../model/input/read-located.ts';
import { type RanImplementation, reasonClasses, type Verdict } from '../../model/run.ts';
import { baselineMeaning, baselineSchema } from './baseline.ts';
import { appliesTo, type Examined, examineEntries, type Held, isAcceptable } from './examine-entries.ts';
import { observedText } from './observed-text.ts';

const heading = ` The accepted failures, with reasons. 'modspec run --baseline' fails if other verdicts are observed;
 '--update-baseline' rewrites it and keeps what you write. An entry:
   - case: the id of a case
     class: ${reasonClasses.join(' | ')}
     reason: why, in one sentence (optional)
     link: https://… where it is discussed (optional)
     observed: what was observed; modspec writes it
 Instead of 'case', 'cases: GLOB' and 'count: N' accept exactly N failing cases together.`;

/**
 * The new text of a baseline. Entries of cases that were not asked stay as they are.
 * @param text undefined for a file that does not exist yet
 * @throws {UsageError} with file and line if the text is not a baseline.
 */
export function updateBaseline(text: string | undefined, held: Held): string {
  const document = text === undefined ? emptyBaseline() : parseDocument(text);
  const baseline = parseLocated(held.file, document.toString(), baselineSchema, baselineMeaning);
  for (const implementation of held.run.header.implementations) {
    const examined = examineEntries(baseline, implementation, held);
    for (const one of [...examined].reverse()) mendEntry(document, one);
    const listed = new Set(examined.flatMap(({ ids }) => ids));
    const unlisted = held.run.verdicts.filter(
      (verdict) =>
        verdict.implementation === implementation.spec && isAcceptable(verdict) && !listed.has(verdict.case),
    );
    if (unlisted.length > 0) appendEntries(blockFor(document, implementation, held), document, unlisted);
  }
  return document.toString({ lineWidth: 0 });
}

/** A baseline without an entry. */
export function emptyBaselineText(): string {
  return emptyBaseline().toString({ lineWidth: 0 });
}

function emptyBaseline(): Document {
  const document = new Document({ implementations: [] });
  document.commentBefore = heading;
  return document;
}

function mendEntry(document: Document, examined: Examined): void {
  const { entry, block, index, stale, passing, failing, changed, whole } = examined;
  const place = ['implementations', block, 'accepted', index];
  if (stale !== undefined) document.deleteIn(place);
  else if ('case' in entry) {
    if (passing.length > 0) document.deleteIn(place);
    for (const verdict of changed) document.setIn([...place, 'observed'], observedText(verdict));
  } else if (!whole) return;
  else if (passing.length > 0 || changed.length > 0) replaceByExact(document, examined);
  else document.setIn([...place, 'count'], failing.length);
}

/** A pattern that no longer matches exactly is replaced by one entry for each failure, with the same reason. */
function replaceByExact(document: Document, { entry, block, index, failing }: Examined): void {
  const { class: reasonClass, link, reason } = entry;
  const entries = failing.map((verdict) =>
    document.createNode({
      case: verdict.case,
      class: reasonClass,
      ...(link === undefined ? {} : { link }),
      ...(reason === undefined ? {} : { reason }),
      observed: observedText(verdict),
    }),
  );
  const accepted = document.getIn(['implementations', block, 'accepted'], true);
  if (isSeq(accepted)) accepted.items.splice(index, 1, ...entries);
}

function appendEntries(accepted: YAMLSeq, document: Document, verdicts: readonly Verdict[]): void {
  accepted.flow = false;
  for (const verdict of verdicts) {
    const entry = document.createNode({ case: verdict.case, class: 'bug', observed: observedText(verdict) });
    const reasonClass = (entry as YAMLMap).get('class', true) as { comment?: string } | undefined;
    if (reasonClass) reasonClass.comment = ' new; choose the class, and add reason: and link: below it';
    accepted.items.push(entry);
  }
}

/** The list of the first block for an implementation; a new block if there is none. */
function blockFor(document: Document, implementation: RanImplementation, { run }: Held): YAMLSeq {
  const blocks = document.get('implementations') as YAMLSeq;
  const found = blocks.items.filter(isMap).find((block) => appliesTo(block.toJSON(), implementation));
  if (found) return found.get('accepted') as YAMLSeq;
  const { name, version } = implementation;
  const namesakes = run.header.implementations.filter((other) => other.name === name);
  const known = blocks.items.filter(isMap).some((block) => block.get('name') === name);
  const exact = version !== undefined && (known || namesakes.length > 1);
  const block = document.createNode({ name, ...(exact ? { version } : {}), accepted: [] }) as YAMLMap;
  blocks.flow = false;
  blocks.items.push(block);
  return block.get('accepted') as YAMLSeq;
}
