// Real Nodes: the running one, a binary at a path, or a version fetched from npm.

import { statSync } from 'node:fs';
import path from 'node:path';
import { currentEdition, editionOfNodeVersion, findEdition } from '../../model/editions.ts';
import { describeKind } from '../../model/input/describe-kind.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Capability, nodeCapabilities, waysOfImport } from '../../model/vocabulary.ts';
import type { Adapter } from './adapter.ts';
import { type Fetching, fetchPackage } from './fetch-package.ts';
import { hostAdapter } from './host-adapter.ts';

/** `node`, `node@VERSION` or `node:/path/to/binary`; undefined for any other text. */
export async function nodeAdapter(spec: string, fetching: Fetching): Promise<Adapter | undefined> {
  if (spec === 'node') return adapterForBinary(spec, process.execPath);
  if (spec.startsWith('node:')) return adapterForBinary(spec, path.resolve(spec.slice('node:'.length)));
  if (!spec.startsWith('node@')) return undefined;
  return adapterForBinary(spec, await fetchNode(releaseOf(spec.slice('node@'.length)), fetching));
}

/** The release of a line such as `24` on which the pages were verified, so that a line answers tomorrow as today. */
function releaseOf(version: string): string {
  const { verifiedOn, verifiedOnWindows } = findEdition(`node-${version}`) ?? {};
  const [release = version] = (process.platform === 'win32' && verifiedOnWindows) || verifiedOn || [];
  return release.replace(' win32', '');
}

/** What came with ES modules. */
const ofModern: readonly Capability[] = [
  ...waysOfImport,
  'url specifiers',
  'es programs',
  'import hooks',
  'webassembly',
];

function adapterForBinary(spec: string, command: string): Adapter {
  checkBinary(spec, command);
  return hostAdapter({
    spec,
    command,
    script: 'node-host.cjs',
    arguments: [],
    describe: (reply) => {
      const version = reply?.implementation.version ?? 'unknown';
      // Threads, and ES modules without a flag.
      const isModern = Number.parseInt(version, 10) >= 12;
      return {
        name: 'node',
        version,
        homepage: 'https://nodejs.org',
        kind: 'runtime',
        edition: editionOfNodeVersion(version)?.id ?? currentEdition,
        capabilities: isModern
          ? nodeCapabilities
          : nodeCapabilities.filter((name) => !ofModern.includes(name)),
        // Node 0.10 does not report when it has nothing left to do.
        bare: reply !== undefined && !version.startsWith('0.10.'),
        threads: () => isModern,
        preloads: true,
      };
    },
  });
}

/** @throws {UsageError} if it is not a program. */
function checkBinary(spec: string, command: string): void {
  const stats = statSync(command, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(
      `--impl ${spec}: the file '${command}' does not exist${spec.startsWith('node@') ? '; remove its folder from the cache and run again' : ''}`,
    );
  if (!stats.isFile())
    throw new UsageError(
      `--impl ${spec}: expected the binary of a Node; '${command}' is ${describeKind(stats)}`,
    );
}

/** The binary of a released Node, from the npm package that contains it for this platform. */
export async function fetchNode(version: string, fetching: Fetching): Promise<string> {
  if (!/^\d+(\.\d+){0,2}$/.test(version)) {
    throw new UsageError(
      `--impl node@${version}: expected a version of at most three numbers, such as 0.10.48, 20.20.2 or 22`,
    );
  }
  const name = nodePackage();
  const folder = await fetchPackage(`${name}@${version}`, fetching);
  return path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The npm package that contains released Nodes for this platform. */
export function nodePackage(): string {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}
