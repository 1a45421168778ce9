// Adapters whose implementation runs behind one of modspec's own host scripts.

import path from 'node:path';
import { askAlone } from '../hosts/ask-alone.ts';
import type { Launch } from '../hosts/child-group.ts';
import type { AskedCase } from '../hosts/protocol.ts';
import { packageRoot } from '../package-root.ts';
import type { Workspace } from '../trees/workspace.ts';
import type { Adapter } from './adapter.ts';
import { caseEnvironment, scrubbedEnvironment } from './environment.ts';

export interface HostScript {
  readonly spec: string;
  readonly sources?: readonly string[];
  /** The binary that runs the script. */
  readonly command: string;
  /** What stands before the script on the command line. */
  readonly flags?: readonly string[];
  /** File name of the script in the built hosts folder. */
  readonly script: 'node-host.cjs' | 'module-host.mjs' | 'runtime-host.cjs';
  /** What follows the way of life on the script's command line. */
  readonly arguments: readonly string[];
  /** Whether the binary runs programs by itself, with the script preloaded, rather than through the script. */
  readonly preload?: boolean;
  /** Variables beside those of every process under test. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly describe: Adapter['describe'];
}

/** An adapter that can ask many cases in one host and any case in a host of its own. */
export function hostAdapter(host: HostScript): Adapter {
  return {
    spec: host.spec,
    sources: host.sources ?? [],
    shared: (workspace) => launchShared(host, workspace),
    // Other runtimes keep these where a host does not reach them.
    putsBack: host.script !== 'runtime-host.cjs',
    askAlone: async (asked, workspace, timeoutMs) => {
      const preloaded = launchPreloaded(host, asked, workspace);
      const outcome = preloaded && (await askAlone(preloaded, asked, timeoutMs));
      // A binary that does not find the program never comes to what is preloaded.
      if (outcome && outcome.kind !== 'errored') return outcome;
      return askAlone(launchAlone(host, asked, workspace), asked, timeoutMs);
    },
    describe: host.describe,
  };
}

function launchShared(host: HostScript, workspace: Workspace): Launch {
  const { command, flags = [], environment } = host;
  return {
    command,
    arguments: [...flags, fileOf(host), 'shared', ...host.arguments],
    // Some hooks serve only what lies below the folder they start in.
    cwd: workspace.root,
    environment: { ...environment, ...scrubbedEnvironment(workspace) },
  };
}

function launchAlone(host: HostScript, asked: AskedCase, workspace: Workspace): Launch {
  const { command, flags = [], environment } = host;
  return {
    command,
    arguments: [...flags, fileOf(host), 'alone', JSON.stringify(asked), ...host.arguments],
    cwd: asked.root,
    environment: { ...environment, ...caseEnvironment(workspace, asked) },
  };
}

/** Undefined where there is no program, or the binary can't run it by itself. */
function launchPreloaded(host: HostScript, asked: AskedCase, workspace: Workspace): Launch | undefined {
  const program = asked.questions.find((question) => question.kind === 'run');
  if (!host.preload || !program) return undefined;
  const launch = launchAlone(host, asked, workspace);
  return {
    ...launch,
    arguments: [...(host.flags ?? []), '--preload', fileOf(host), program.entry, ...asked.arguments],
    environment: { ...launch.environment, MODSPEC_PRELOADED: JSON.stringify(asked) },
  };
}

function fileOf({ script }: HostScript): string {
  return path.join(packageRoot, 'dist', 'harness', 'hosts', script);
}
