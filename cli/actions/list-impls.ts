// `modspec list impls`: the implementations that `--impl` knows by name, one a line.

import { knownImplementations } from '../../harness/adapters/known-implementations.ts';
import { type Capability, nodeCapabilities } from '../../model/vocabulary.ts';

/** Name, default version, kind, capabilities, the edition that it is judged by, home page. */
export function listImplementations(): string[] {
  const rows = knownImplementations().map(({ name, version, kind, capabilities, edition, homepage }) => [
    name,
    version,
    kind,
    describeCapabilities(capabilities),
    edition,
    homepage,
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The names if they are few, otherwise how many. */
function describeCapabilities(claimed: readonly Capability[]): string {
  if (claimed.length <= 3) return claimed.join(', ');
  return `${claimed.length} of ${nodeCapabilities.length} capabilities`;
}
