// The heat map as comma-separated values: a row for each implementation and part.

import type { HeatMap } from '../../../analysis/heat-map/heat-map.ts';
import { csv } from '../csv.ts';

export function heatMapCsv(maps: readonly HeatMap[]): string {
  return csv([head, ...maps.flatMap(rowsOf)]);
}

const head = ['implementation', 'version', 'kind', 'edition', 'chapter', 'part', 'pass', 'asked', 'skipped'];

function rowsOf({ parts, groups }: HeatMap): (string | number)[][] {
  return groups.flatMap(({ kind, rows: own }) =>
    own.flatMap(({ name, version = '', edition, scores }) =>
      parts.map(({ id, chapter }, at) => {
        const { pass = 0, asked = 0, skip = 0 } = scores[at] ?? {};
        return [name, version, kind, edition, chapter, id, pass, asked, skip];
      }),
    ),
  );
}
