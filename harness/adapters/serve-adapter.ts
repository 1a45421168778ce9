// `serve:COMMAND`: the user's own server that loads the modules of an app; see docs/adapters.md.

import path from 'node:path';
import { parseCommandString } from 'execa';
import { UsageError } from '../../model/usage-error.ts';
import { serverVariables } from '../servers/server-launch.ts';
import type { Adapter } from './adapter.ts';
import { environmentWith } from './environment.ts';
import { namedFiles } from './named-files.ts';

/** An adapter for a command line; undefined if the text does not begin with `serve:`. */
export function serveAdapter(spec: string): Adapter | undefined {
  if (!spec.startsWith('serve:')) return undefined;
  const [command, ...words] = parseCommandString(spec.slice('serve:'.length));
  if (command === undefined) throw new UsageError('--impl serve: expected serve:COMMAND; found no command');
  return {
    spec,
    sources: namedFiles([command, ...words], process.cwd()),
    serve: (start, workspace) => ({
      command,
      arguments: words,
      cwd: start.root,
      environment: { ...environmentWith(start.environment, workspace), ...serverVariables(start) },
      cell: workspace.cell,
      needsNetwork: true,
    }),
    askAlone: async () => ({ kind: 'skipped', reason: 'it is a server and does not run programs' }),
    describe: () => ({ name: path.basename(command), edition: 'deployd-locked', capabilities: ['serve'] }),
  };
}
