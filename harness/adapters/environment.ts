// The environment of a process under test: nothing of the user's that a loader could react to.

import { fillPlaceholder } from '../trees/build-tree.ts';
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

/** The scrubbed environment with the variables of a case, in which `<tree>` is the tree's path. */
export function caseEnvironment(
  workspace: Workspace,
  asked: { readonly root: string; readonly environment: Readonly<Record<string, string>> },
): Record<string, string> {
  const own = Object.entries(asked.environment).map(([name, value]) => [
    name,
    fillPlaceholder(value, asked.root),
  ]);
  return { ...scrubbedEnvironment(workspace), ...Object.fromEntries(own) };
}
