// Compares two runs, two implementations, or this report with a file of the reader.

import { useMemo } from 'preact/hooks';
import { compareSides, type Sides } from '../../model/comparison-sources.ts';
import type { Shared } from '../parts/shared.ts';
import { ComparedPair } from './compared-pair.tsx';
import type { DroppedRun } from './dropped-run.ts';
import type { Comparison } from './use-comparison.ts';

interface CompareViewProps {
  readonly shared: Shared;
  readonly dropped: DroppedRun;
  readonly comparison: Comparison;
}

export function CompareView({ shared, dropped, comparison }: CompareViewProps) {
  const { sides } = comparison;
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
      {comparison.sources.length > 1 && <SideChoices comparison={comparison} />}
      {sides && <Compared key={`${sides.before.id} ${sides.after.id}`} shared={shared} sides={sides} />}
    </div>
  );
}

function SideChoices({ comparison }: { readonly comparison: Comparison }) {
  return (
    <p class="sides">
      <SideChoice side="before" label="Before" comparison={comparison} />
      <SideChoice side="after" label="After" comparison={comparison} />
      {comparison.sides && (
        <button type="button" onClick={comparison.swap}>
          Swap
        </button>
      )}
    </p>
  );
}

interface SideChoiceProps {
  readonly side: keyof Sides;
  readonly label: string;
  readonly comparison: Comparison;
}

function SideChoice({ side, label, comparison: { sources, sides, choose } }: SideChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select
        value={sides?.[side].id ?? ''}
        onChange={({ currentTarget }) => choose(side, currentTarget.value)}
      >
        <option value="">choose…</option>
        {sources.map(({ id, label: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Compared({ shared, sides }: { readonly shared: Shared; readonly sides: Sides }) {
  const { before, after } = sides;
  const { pairs, gone, added } = useMemo(() => compareSides(sides), [sides]);
  const shown = useMemo(() => new Set(shared.cases.map(({ id }) => id)), [shared.cases]);
  return (
    <>
      <p>
        From <bdi>{before.label}</bdi> to <bdi>{after.label}</bdi>
      </p>
      {!before.run.complete || !after.run.complete ? (
        <p class="problem">One of the runs is incomplete. Cases may be missing from it.</p>
      ) : null}
      {pairs.map((pair) => (
        <ComparedPair
          key={pair.after.spec + pair.after.edition}
          shared={shared}
          pair={pair}
          shown={shared.route.query === '' ? undefined : shown}
        />
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
