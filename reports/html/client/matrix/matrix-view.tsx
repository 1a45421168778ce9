// The matrix: rules by implementations, cases below the rules that are unfolded.

import { useCallback, useMemo, useState } from 'preact/hooks';
import { plural } from '../../../parts/titles.ts';
import { casesCsv } from '../../model/cases-csv.ts';
import { matrixRows } from '../../model/matrix-rows.ts';
import type { CaseItem, Column } from '../../model/model.ts';
import { quoteName } from '../../query/quote-name.ts';
import { downloadText } from '../parts/download.ts';
import type { Shared } from '../parts/shared.ts';
import { StatusCounters } from '../parts/status-counters.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { MatrixGrid } from './matrix-grid.tsx';

/** A query that matches at most this many cases shows them unfolded. */
const fewCases = 120;

export function MatrixView({ shared }: { readonly shared: Shared }) {
  const { model, columns, cases, route } = shared;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const unfolded = route.query !== '' && cases.length <= fewCases;
  const shownRule = model.caseById.get(route.case)?.ruleItem?.id;
  const isOpen = useCallback(
    (rule: string) => rule === shownRule || toggled.has(rule) !== unfolded,
    [toggled, unfolded, shownRule],
  );
  const [all, showAll] = useState(false);
  const asked = useMemo(() => askedCases(columns, cases), [columns, cases]);
  const toggle = useCallback((rule: string) => setToggled((before) => flip(before, rule)), []);
  const rows = useMemo(
    () => matrixRows(model, all ? cases : asked, isOpen),
    [model, cases, asked, all, isOpen],
  );
  return (
    <div class="matrix-view">
      <h1 class="unseen">Matrix</h1>
      <div class="toolbar">
        <Presets shared={shared} />
        <ColumnChooser shared={shared} />
        <StatusCounters shared={shared} />
        <button
          type="button"
          onClick={() => downloadText('modspec.csv', 'text/csv', casesCsv(columns, cases))}
        >
          Save as CSV
        </button>
        <Legend />
      </div>
      {asked.length < cases.length && columns.length > 0 && (
        <p class="hint not-asked">
          {plural(cases.length - asked.length, 'case')} that no shown implementation was asked.{' '}
          <button type="button" onClick={() => showAll(!all)}>
            {all ? 'Hide them' : 'Show them'}
          </button>
        </p>
      )}
      {rows.length === 0 && <p class="empty">No case to show.</p>}
      <MatrixGrid shared={shared} rows={rows} onToggle={toggle} />
    </div>
  );
}

function askedCases(columns: readonly Column[], cases: readonly CaseItem[]): readonly CaseItem[] {
  return cases.filter((item) => columns.some((column) => column.letter(item) !== '.'));
}

function flip(before: ReadonlySet<string>, rule: string): Set<string> {
  const after = new Set(before);
  if (!after.delete(rule)) after.add(rule);
  return after;
}

function Presets({ shared: { model, route, go } }: { readonly shared: Shared }) {
  const names = [...new Set(model.columns.map(({ name }) => name))];
  const choices: [string, string][] = [
    ['', 'All cases'],
    ['is:failing', 'Failing in some implementation'],
    ['is:disagreement', 'Disagreements'],
    ['is:skipped', 'Skipped in some implementation'],
    ['is:changing', 'Editions expect different results'],
    ...names.map((name): [string, string] => [`only:${quoteName(name)}`, `Only ${name} fails`]),
    ...names.map((name): [string, string] => [`differs:${quoteName(name)}`, `${name} differs from Node`]),
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
      <span class="heat-6">✓ all pass</span> <span class="heat-4">1/3 some pass</span>{' '}
      <span class="heat-0">✗ none passes</span> <span class="heat-1">‼ crash</span>{' '}
      <span class="heat-1">◷ timeout</span> <span class="heat-1">! error of the harness</span>{' '}
      <span class="heat-skip">– skipped</span> <span>empty: not asked; the case says why</span>
    </p>
  );
}
