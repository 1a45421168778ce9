// What a site is made of: the newest run of each implementation, and what changed before.

import type { DatedChange } from '../../../analysis/dated-runs.ts';
import type { Run } from '../../../model/run.ts';
import type { Column, Model } from '../../html/model/model.ts';

export interface SiteData {
  readonly model: Model;
  /** The newest run of each implementation, in the order of the columns. */
  readonly runs: readonly Run[];
  /** The name of the folder of each column. */
  readonly folders: ReadonlyMap<Column, string>;
  /** Newest first. */
  readonly changes: readonly DatedChange[];
}

/** A file of the site. */
export interface SiteFile {
  /** Below the folder of the site, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Names that are safe in every file system and in an address, and that stay the same from release to release. */
export function implementationFolders(columns: readonly Column[]): Map<Column, string> {
  const taken = new Set<string>();
  return new Map(columns.map((column) => [column, folderOf(column, taken)]));
}

function folderOf({ spec, edition }: Column, taken: Set<string>): string {
  const plain = safe(spec);
  const candidates = [plain, `${plain}-as-${safe(edition)}`];
  const free = candidates.find((name) => !taken.has(name)) ?? numbered(plain, taken);
  taken.add(free);
  return free;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** Letters, digits, points and hyphens; a name does not begin or end with a sign. */
function safe(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
    .replace(/[-.]+$/, '');
  return name === '' || reserved.test(name) ? `loader-${name}` : name;
}

/** Windows gives these names to devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
