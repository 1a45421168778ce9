// Which two sides are compared, as state.

import { useMemo, useRef, useState } from 'preact/hooks';
import { comparisonSources, firstSides, type Sides, type Source } from '../../model/comparison-sources.ts';
import type { Model } from '../../model/model.ts';
import { withPresentIds } from '../../model/read-run.ts';
import type { DroppedRun } from './dropped-run.ts';

export interface Comparison {
  readonly sources: readonly Source[];
  /** Undefined until two sides are chosen. */
  readonly sides: Sides | undefined;
  readonly choose: (side: keyof Sides, id: string) => void;
  readonly swap: () => void;
}

type Chosen = Partial<Record<keyof Sides, string>>;

/** @param shown whether the comparison is on the page; the sources are made when it is for the first time, because they take time */
export function useComparison(model: Model, { run, file }: DroppedRun, shown: boolean): Comparison {
  const wanted = useRef(false);
  wanted.current ||= shown;
  const brought = useMemo(() => run && { file, run: withPresentIds(run, model) }, [run, file, model]);
  const sources = useMemo(
    () => (wanted.current ? comparisonSources(model, brought) : []),
    [model, brought, wanted.current],
  );
  const [chosen, setChosen] = useState<{ of: unknown; ids: Chosen }>({ of: undefined, ids: {} });
  const ids = chosen.of === sources ? chosen.ids : idsOf(firstSides(sources));
  const sides = useMemo(() => sidesOf(sources, ids), [sources, ids.before, ids.after]);
  return {
    sources,
    sides,
    choose: (side, id) => setChosen({ of: sources, ids: { ...ids, [side]: id } }),
    swap: () => setChosen({ of: sources, ids: { before: ids.after ?? '', after: ids.before ?? '' } }),
  };
}

function idsOf(sides: Sides | undefined): Chosen {
  return sides ? { before: sides.before.id, after: sides.after.id } : {};
}

function sidesOf(sources: readonly Source[], ids: Chosen): Sides | undefined {
  const before = sources.find(({ id }) => id === ids.before);
  const after = sources.find(({ id }) => id === ids.after);
  return before && after ? { before, after } : undefined;
}
