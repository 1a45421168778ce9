// `reference`: the bundled reference, as a loader and as a server that uses it.

import path from 'node:path';
import { editionOfNodeVersion } from '../../model/editions.ts';
import { machinePlatform } from '../../model/machine-platform.ts';
import { builtFile, packageVersion } from '../../model/package-root.ts';
import { platforms } from '../../model/platform.ts';
import { type Capability, capabilities, keysOf } from '../../model/vocabulary.ts';
import { hostLoadsEsModules } from '../../reference/host/es-modules.ts';
import { hostStripsTypes } from '../../reference/host/strip-types.ts';
import { serverVariables } from '../servers/server-launch.ts';
import type { Adapter } from './adapter.ts';
import { environmentWith } from './environment.ts';
import { hostAdapter } from './host-adapter.ts';

/** @param dist the folder with the compiled reference and its adapter module */
export function referenceAdapter(dist: string = builtFile()): Adapter {
  const built = path.join(dist, 'harness');
  const file = path.join(built, 'adapters', 'reference-loader.js');
  const loader = hostAdapter({
    spec: 'reference',
    sources: [file],
    command: process.execPath,
    script: 'module-host.mjs',
    arguments: ['--', file],
    loadsByBinary: true,
    describe: () => ({
      name: 'reference',
      version: packageVersion(),
      kind: 'reference',
      edition: 'locked',
      capabilities: keysOf(capabilities).filter(hostAllows),
      // The Node that runs it links and evaluates ES modules, by the rules of its own line.
      lacks: (edition) => (edition === hostEdition ? [] : ['es programs']),
      // Paths of POSIX can't be seen on a disk of Windows.
      platforms: machinePlatform === 'posix' ? platforms : [machinePlatform],
      lacksElsewhere: {
        capabilities: ['es modules', 'es programs', 'serve'],
        reason:
          'the Node that runs it would have to load these files by paths that this machine does not have',
      },
      bare: true,
      // A thread that an error ends does not get the exit code that Node 0.10 gives.
      threads: (edition) => edition !== 'node-0.10',
      rereadsVariables: true,
    }),
  });
  return {
    ...loader,
    serve: (start, workspace) => ({
      command: process.execPath,
      arguments: [path.join(built, 'adapters', 'reference-server.js')],
      cwd: start.root,
      environment: { ...environmentWith(start.environment, workspace), ...serverVariables(start) },
      cell: workspace.cell,
      needsNetwork: true,
    }),
  };
}

const hostEdition = editionOfNodeVersion(process.versions.node)?.id;

/** The reference leaves three things to the Node that it runs on. What `module.register` starts there stays for later cases. */
function hostAllows(capability: Capability): boolean {
  if (capability === 'import hooks') return false;
  if (capability === 'es modules') return hostLoadsEsModules;
  return capability !== 'type stripping' || hostStripsTypes;
}
