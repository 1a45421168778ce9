// The real Nodes that can be asked without a download: those in the cache folder.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { releasedEditions } from '../../model/editions.ts';
import { cacheFolder } from '../adapters/cache-folder.ts';
import { nodePackage } from '../adapters/node-adapter.ts';

/** Values of `--impl` for the releases on which editions were verified, oldest line first. */
export function nodesAtHand({ fetch = false } = {}): string[] {
  const versions = releasedEditions('node').flatMap(({ verifiedOn = [] }) => verifiedOn);
  return versions.filter((version) => fetch || isCached(version)).map((version) => `node@${version}`);
}

function isCached(version: string): boolean {
  return existsSync(path.join(cacheFolder(), `${nodePackage()}@${version}`));
}
