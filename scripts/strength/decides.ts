// Which column of a flag decides what an edition does.

import { deploydColumnsOf } from '../../reference/deployd/editions.ts';
import { columnsOf } from '../../reference/editions/editions.ts';
import type { TableEntry } from './fault.ts';

/** Whether an entry decides what an edition does: the first column that the edition reads and the flag has. */
export function decides({ column, columns }: TableEntry, edition: string): boolean {
  const read = edition.startsWith('deployd-') ? deploydColumnsOf(edition) : columnsOf(edition);
  return read.find((id) => columns.includes(id)) === column;
}
