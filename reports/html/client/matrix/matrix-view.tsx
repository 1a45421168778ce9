// The matrix: rules by implementations, cases below the rules that are unfolded.

import { useCallback, useMemo, useState } from 'preact/hooks';
import { matrixRows } from '../../model/matrix-rows.ts';
import type { Shared } from '../parts/shared.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { MatrixGrid } from './matrix-grid.tsx';

/** A query that matches at most this many cases shows them unfolded. */
const fewCases = 120;

export function MatrixView({ shared }: { readonly shared: Shared }) {
  const { model, cases, route } = shared;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const unfolded = route.query !== '' && cases.length <= fewCases;
  const isOpen = useCallback((rule: string) => toggled.has(rule) !== unfolded, [toggled, unfolded]);
  const toggle = useCallback((rule: string) => setToggled((before) => flip(before, rule)), []);
  const rows = useMemo(() => matrixRows(model, cases, isOpen), [model, cases, isOpen]);
  return (
    <div class="matrix-view">
      <h1 class="unseen">Matrix</h1>
      <div class="toolbar">
        <Presets shared={shared} />
        <ColumnChooser shared={shared} />
        <Legend />
      </div>
      {rows.length === 0 && <p class="empty">No case matches the query.</p>}
      <MatrixGrid shared={shared} rows={rows} onToggle={toggle} />
    </div>
  );
}

function flip(before: ReadonlySet<string>, rule: string): Set<string> {
  const after = new Set(before);
  if (!after.delete(rule)) after.add(rule);
  return after;
}

function Presets({ shared: { model, route, go } }: { readonly shared: Shared }) {
  const names = [...new Set(model.columns.map(({ name }) => name))];
  const quoted = (name: string) => (/\s/.test(name) ? `"${name}"` : name);
  const choices: [string, string][] = [
    ['', 'All cases'],
    ['is:failing', 'Failing in some implementation'],
    ['is:disagreement', 'Disagreements'],
    ['is:skipped', 'Skipped in some implementation'],
    ['is:changing', 'Editions expect different results'],
    ...names.map((name): [string, string] => [`only:${quoted(name)}`, `Only ${name} fails`]),
    ...names.map((name): [string, string] => [`differs:${quoted(name)}`, `${name} differs from Node`]),
  ];
  const known = choices.some(([query]) => query === route.query);
  return (
    <label>
      Show{' '}
      <select value={route.query} onChange={(event) => go({ query: event.currentTarget.value })}>
        {!known && <option value={route.query}>The query in the search field</option>}
        {choices.map(([query, title]) => (
          <option key={query} value={query}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Legend() {
  return (
    <p class="legend">
      <span class="is-p">✓ passes</span> <span class="is-m">1/3 some pass</span>{' '}
      <span class="is-f">✗ fails</span> <span class="is-c">‼ crash</span> <span class="is-t">◷ timeout</span>{' '}
      <span class="is-s">– skipped</span> <span class="is-none">· not asked</span>
    </p>
  );
}
