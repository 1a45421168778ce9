// Chooses which columns are shown, and in which order.

import { type Sort, sorts } from '../../model/route.ts';
import type { Shared } from '../parts/shared.ts';

const sortTitles: Readonly<Record<Sort, string>> = {
  given: 'original order',
  name: 'by name',
  passed: 'most passed first',
  edition: 'by edition',
};

export function ColumnChooser({ shared }: { readonly shared: Shared }) {
  const { model, route, go, columns } = shared;
  return (
    <>
      <label>
        Columns{' '}
        <select
          value={route.sort}
          onChange={(event) =>
            go({ sort: sorts.find((sort) => sort === event.currentTarget.value) ?? 'given' })
          }
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortTitles[sort]}
            </option>
          ))}
        </select>
      </label>
      <details class="chooser">
        <summary>
          {columns.length} of {model.columns.length} shown
        </summary>
        <fieldset>
          <legend class="unseen">Columns</legend>
          <p>
            <button type="button" onClick={() => go({ hidden: [] })}>
              All
            </button>{' '}
            <button type="button" onClick={() => go({ hidden: model.columns.map(({ label }) => label) })}>
              None
            </button>
          </p>
          {model.columns.map(({ index, label }) => (
            <label key={index} class="choice">
              <input
                type="checkbox"
                checked={!route.hidden.includes(label)}
                onChange={() => go({ hidden: without(route.hidden, label) }, 'replace')}
              />{' '}
              {label}
            </label>
          ))}
        </fieldset>
      </details>
    </>
  );
}

/** The list without the label, or with the label if it was missing. */
function without(labels: readonly string[], label: string): string[] {
  return labels.includes(label) ? labels.filter((other) => other !== label) : [...labels, label];
}
