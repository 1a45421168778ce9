// Adapters whose implementation runs behind one of modspec's own host scripts.

import { builtFile } from '../../model/package-root.ts';
import { askAlone } from '../hosts/ask-alone.ts';
import type { Launch } from '../hosts/child-group.ts';
import type { AskedCase } from '../hosts/protocol.ts';
import { placeOfSeen } from '../trees/seen-paths.ts';
import type { Workspace } from '../trees/workspace.ts';
import type { Adapter, Variables } from './adapter.ts';
import { environmentWith } from './environment.ts';

export interface HostScript {
  readonly spec: string;
  readonly sources?: readonly string[];
  /** The binary that runs the script. */
  readonly command: string;
  /** The arguments before the script on the command line. */
  readonly flags?: readonly string[];
  /** The name of the script in the folder of built hosts. */
  readonly script: 'node-host.cjs' | 'module-host.mjs' | 'runtime-host.cjs';
  /** The arguments of the script after its mode. */
  readonly arguments: readonly string[];
  /** Whether the binary runs programs itself, with the script preloaded, instead of the script. */
  readonly preload?: boolean;
  /** Whether the binary itself loads modules of a program for the loader in the script. */
  readonly loadsByBinary?: boolean;
  /** Variables in addition to those of every process under test. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly describe: Adapter['describe'];
}

/** An adapter that can ask many cases in one host, and each case in its own host. */
export function hostAdapter(host: HostScript): Adapter {
  return {
    spec: host.spec,
    sources: host.sources ?? [],
    shared: (workspace, variables = {}) => launchShared(host, workspace, variables),
    // Other runtimes keep these where a host cannot reach them.
    putsBack: host.script !== 'runtime-host.cjs',
    askAlone: async (asked, workspace, timeoutMs) => {
      const preloaded = launchPreloaded(host, asked, workspace);
      const outcome = preloaded && (await askAlone(preloaded, asked, timeoutMs));
      // If the binary does not find the program, it does not run what is preloaded.
      if (outcome && outcome.kind !== 'errored') return outcome;
      return askAlone(launchAlone(host, asked, workspace), asked, timeoutMs);
    },
    describe: host.describe,
  };
}

function launchShared(host: HostScript, workspace: Workspace, variables: Variables): Launch {
  const { command, flags = [], environment } = host;
  return {
    command,
    arguments: [...flags, fileOf(host), 'shared', ...host.arguments],
    // Some hooks apply only to files below the folder in which they start.
    cwd: workspace.root,
    environment: { ...environment, ...environmentWith(variables, workspace) },
    cell: workspace.cell,
  };
}

function launchAlone(host: HostScript, asked: AskedCase, workspace: Workspace): Launch {
  const { command, environment } = host;
  // Otherwise the Node of the host would load what this variable names; the host sets it for the loader.
  const { NODE_OPTIONS: _, ...variables } = environmentWith(asked.environment, workspace);
  const added = wayToAddConditions(host, asked);
  return {
    command,
    arguments: [...flagsOf(host, added), fileOf(host), 'alone', JSON.stringify(asked), ...host.arguments],
    cwd: placeOfSeen(asked.root, asked.platform),
    environment: { ...environment, ...variables, ...added.environment },
    cell: workspace.cell,
  };
}

/** Undefined if there is no program, or if the binary can't or need not run it itself. */
function launchPreloaded(host: HostScript, asked: AskedCase, workspace: Workspace): Launch | undefined {
  const program = asked.questions.find((question) => question.kind === 'run');
  const way = program && wayToPreload(host, asked);
  if (!way) return undefined;
  const launch = launchAlone(host, asked, workspace);
  return {
    ...launch,
    arguments: [
      ...flagsOf(host, wayToAddConditions(host, asked)),
      ...way.flags,
      program.entry,
      ...asked.arguments,
    ],
    environment: { ...launch.environment, ...way.environment, MODSPEC_PRELOADED: JSON.stringify(asked) },
  };
}

/** A runtime reads conditions when it starts; a loader gets them with the case. */
function wayToAddConditions(host: HostScript, { conditions = [] }: AskedCase): WayToStart {
  const flags = conditions.map((name) => `--conditions=${name}`);
  if (host.script === 'runtime-host.cjs') return { flags, environment: {} };
  const isRead = flags.length > 0 && (host.script === 'node-host.cjs' || host.loadsByBinary === true);
  return { flags: [], environment: isRead ? { NODE_OPTIONS: flags.join(' ') } : {} };
}

function flagsOf({ flags = [] }: HostScript, added: WayToStart): string[] {
  return [...flags, ...added.flags];
}

interface WayToStart {
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Node itself runs a program for which it preloads modules; the script then comes before these. */
function wayToPreload(host: HostScript, { environment }: AskedCase): WayToStart | undefined {
  const file = fileOf(host);
  if (host.preload) return { flags: ['--preload', file], environment: {} };
  const { NODE_OPTIONS: options } = environment;
  if (host.script !== 'node-host.cjs' || options === undefined) return undefined;
  // Node below 12 takes quotation marks as a part of the path.
  const written = file.includes(' ') ? JSON.stringify(file) : file;
  return { flags: [], environment: { NODE_OPTIONS: `--require ${written} ${options}` } };
}

function fileOf({ script }: HostScript): string {
  return builtFile('harness', 'hosts', script);
}
