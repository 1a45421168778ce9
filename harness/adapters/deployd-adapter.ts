// The real Deployd, fetched from npm: `deployd@VERSION`, or the newest release as `deployd`. It can only serve apps.

import path from 'node:path';
import { editionOfDeploydVersion } from '../../model/editions.ts';
import { builtFile } from '../../model/package-root.ts';
import { serverVariables } from '../servers/server-launch.ts';
import type { Adapter } from './adapter.ts';
import { deploydPins } from './deployd-pins.ts';
import { environmentWith } from './environment.ts';
import { type Fetching, fetchPackage } from './fetch-package.ts';
import { fetchNode } from './node-adapter.ts';
import { UndrivableVersionError } from './undrivable-version.ts';

/** The newest recorded release; it is also the newest published one. */
export const newestDeployd = '1.2.0';

/** `deployd@VERSION` or `deployd`; undefined for any other text. */
export async function deploydAdapter(spec: string, fetching: Fetching): Promise<Adapter | undefined> {
  if (spec !== 'deployd' && !spec.startsWith('deployd@')) return undefined;
  const version = spec.slice('deployd@'.length) || newestDeployd;
  const edition = /^\d+\.\d+\.\d+$/.test(version) ? editionOfDeploydVersion(version)?.id : undefined;
  if (edition === undefined) {
    throw new UndrivableVersionError(
      `--impl ${spec}: expected a version of three numbers, 0.6.10 or newer, such as 0.8.10`,
    );
  }
  const folder = await fetchPackage(`deployd@${version}`, { ...fetching, pins: deploydPins(version) });
  const command = await supportedNode(edition, fetching);
  const installed = path.join(folder, 'node_modules', 'deployd');
  const runner = builtFile('harness', 'servers', 'deployd-runner.cjs');
  const database = edition === 'deployd-0.6' ? ['empty-database'] : [];
  return {
    spec,
    serve: (start, workspace) => ({
      command,
      arguments: [runner, installed, ...database],
      cwd: start.root,
      environment: { ...environmentWith(start.environment, workspace), ...serverVariables(start) },
      cell: workspace.cell,
      needsNetwork: true,
    }),
    askAlone: async () => ({ kind: 'skipped', reason: 'Deployd is a server and does not run programs' }),
    describe: () => ({
      name: 'deployd',
      version,
      kind: 'server',
      homepage: 'https://github.com/deployd/deployd',
      edition,
      capabilities: ['serve'],
    }),
  };
}

/** Up to 0.8.8 Deployd runs modules in domains, which work in the way that it needs only up to Node 8. */
const nodeWithDomains = '4.9.1';
const nodeForOthers = '20.20.2';

/** A line of Node that the release supports; the running Node if it is of that line. */
async function supportedNode(edition: string, fetching: Fetching): Promise<string> {
  const wanted = ['deployd-0.6', 'deployd-0.8'].includes(edition) ? nodeWithDomains : nodeForOthers;
  const isRunning = process.versions.node.split('.')[0] === wanted.split('.')[0];
  // The same Node serves many releases, so it is kept.
  return isRunning ? process.execPath : fetchNode(wanted, { ...fetching, scratch: undefined });
}
