// Compares this report with another run.

import { useMemo, useState } from 'preact/hooks';
import {
  type Change,
  type ChangeKind,
  changeKinds,
  compareRuns,
  type RunComparison,
} from '../../../../analysis/compare-runs.ts';
import { comparedFromReport, type ReadRun, withPresentIds } from '../../model/read-run.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';
import { stripCode } from '../parts/titles.ts';
import type { DroppedRun } from './dropped-run.ts';

interface CompareViewProps {
  readonly shared: Shared;
  readonly dropped: DroppedRun;
}

export function CompareView({ shared, dropped }: CompareViewProps) {
  const own = useMemo(() => comparedFromReport(shared.model.data), [shared.model]);
  const other = useMemo(
    () => dropped.run && withPresentIds(dropped.run, shared.model),
    [dropped.run, shared.model],
  );
  return (
    <div class="compare">
      <h1>Compare</h1>
      <p>
        Drop another run on this page, as JSON or as a report, or{' '}
        <label class="file-choice">
          choose its file
          <input
            type="file"
            accept=".json,.html"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) dropped.take(file);
            }}
          />
        </label>
        . The file stays on this machine.
      </p>
      {dropped.problem !== '' && (
        <p class="problem" role="alert">
          {dropped.file}: {dropped.problem}
        </p>
      )}
      {other && <Compared shared={shared} own={own} other={other} file={dropped.file} />}
    </div>
  );
}

interface ComparedProps {
  readonly shared: Shared;
  readonly own: ReadRun;
  readonly other: ReadRun;
  readonly file: string;
}

/** The older run comes first, unless the reader swaps them. */
function Compared({ shared, own, other, file }: ComparedProps) {
  const [swapped, setSwapped] = useState(false);
  const otherFirst = other.startedAt <= own.startedAt !== swapped;
  const [before, after] = otherFirst ? [other, own] : [own, other];
  const { pairs, gone, added } = useMemo(
    () => compareRuns(before.implementations, after.implementations),
    [before, after],
  );
  return (
    <>
      <p>
        {otherFirst ? `From ${file} to this report` : `From this report to ${file}`}{' '}
        <button type="button" onClick={() => setSwapped(!swapped)}>
          Swap
        </button>
      </p>
      {!before.complete || !after.complete ? (
        <p class="problem">One of the runs is incomplete. Cases may be missing from it.</p>
      ) : null}
      {pairs.map((pair) => (
        <Pair key={pair.after.spec + pair.after.edition} shared={shared} pair={pair} />
      ))}
      {gone.map(({ spec }) => (
        <p key={spec}>
          Only before: <bdi>{spec}</bdi>
        </p>
      ))}
      {added.map(({ spec }) => (
        <p key={spec}>
          Only after: <bdi>{spec}</bdi>
        </p>
      ))}
    </>
  );
}

const kindTitles: Readonly<Record<ChangeKind, string>> = {
  regressed: 'Regressed',
  worse: 'Worse: more of its questions fail',
  fixed: 'Fixed',
  better: 'Better: fewer of its questions fail',
  other: 'Different in another way',
  new: 'New',
  removed: 'Removed',
};

function Pair({ shared, pair }: { readonly shared: Shared; readonly pair: RunComparison }) {
  const { before, after, changes, same } = pair;
  const version =
    before.version === after.version ? after.version : `${before.version ?? '?'} → ${after.version ?? '?'}`;
  return (
    <section class="pair">
      <h2>
        <bdi>{after.name}</bdi> <bdi>{version}</bdi>
      </h2>
      <p class="hint">
        {changes.length === 0
          ? `No change in ${same} cases.`
          : `${changes.length} changed, ${same} unchanged.`}
      </p>
      {changeKinds.map((kind) => (
        <Changes
          key={kind}
          shared={shared}
          kind={kind}
          changes={changes.filter((change) => change.kind === kind)}
        />
      ))}
    </section>
  );
}

interface ChangesProps {
  readonly shared: Shared;
  readonly kind: ChangeKind;
  readonly changes: readonly Change[];
}

function Changes({ shared, kind, changes }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <>
      <h3 class={`change-${kind}`}>
        {kindTitles[kind]} <span class="hint">{changes.length}</span>
      </h3>
      <ul class="changes">
        {changes.map((change) => (
          <ChangeLine key={change.case} shared={shared} change={change} />
        ))}
      </ul>
    </>
  );
}

function ChangeLine({ shared, change }: { readonly shared: Shared; readonly change: Change }) {
  const item = shared.model.caseById.get(change.case);
  return (
    <li>
      {item ? (
        <Link shared={shared} to={{ case: change.case }}>
          {stripCode(item.title)}
        </Link>
      ) : (
        <bdi>{change.case}</bdi>
      )}{' '}
      <span class="hint">
        {[change.before, change.after].filter(Boolean).join(' → ')}
        {change.caseChanged && ' · the case changed, so the loader may be the same'}
      </span>
      {change.questions.map(({ index, label, before, after }) => (
        <div key={index} class="hint">
          <bdi>
            <code>{label}</code>
          </bdi>
          : {before} → {after}
        </div>
      ))}
    </li>
  );
}
