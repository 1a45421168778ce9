// The environment of a process under test: it contains nothing of the user's that could influence a loader.

import type { Workspace } from '../trees/workspace.ts';
import type { Variables } from './adapter.ts';

const kept = ['PATH', 'LANG', 'SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'PATHEXT'];

/** Only what a process needs to start; home, caches and temporary files point into the workspace. */
function scrubbedEnvironment({ home }: Workspace): Record<string, string> {
  const inherited = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: home,
    TEMP: home,
    TMP: home,
    XDG_CACHE_HOME: home,
    NO_COLOR: '1',
  };
}

/** The scrubbed environment with these variables. */
export function environmentWith(variables: Variables, workspace: Workspace): Record<string, string> {
  return { ...scrubbedEnvironment(workspace), ...variables };
}
