// The names of implementations; of many, the first ones, and the others on demand.

import type { Column } from '../../model/model.ts';
import { namesOf } from './verdict-strip.tsx';

const few = 6;

export function ColumnNames({ columns }: { readonly columns: readonly Column[] }) {
  if (columns.length <= few) return <bdi>{namesOf(columns)}</bdi>;
  return (
    <details class="names">
      <summary>
        {columns.length} implementations: <bdi>{namesOf(columns.slice(0, 2))}</bdi> …
      </summary>
      <bdi>{namesOf(columns)}</bdi>
    </details>
  );
}
