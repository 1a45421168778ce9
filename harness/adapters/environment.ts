// The environment of a process under test: it contains nothing of the user's that could influence a loader.

import type { Workspace } from '../trees/workspace.ts';

const kept = ['PATH', 'LANG', 'SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'PATHEXT'];

/** Only what a process needs to start; home, caches and temporary files point into the workspace. */
export function scrubbedEnvironment({ home }: Workspace): Record<string, string> {
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

/** The scrubbed environment with the variables of a case. */
export function caseEnvironment(
  workspace: Workspace,
  { environment }: { readonly environment: Readonly<Record<string, string>> },
): Record<string, string> {
  return { ...scrubbedEnvironment(workspace), ...environment };
}
