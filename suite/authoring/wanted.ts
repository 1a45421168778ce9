// The expectation that a page can write for an observation.

import type { ResolveExpectation, RunExpectation } from '../../model/case.ts';
import type { Observation } from '../../model/observation.ts';

type WithoutEditions<T> = T extends unknown ? Omit<T, 'editions'> : never;
/** An expectation without its editions. */
export type Wanted = WithoutEditions<ResolveExpectation | RunExpectation>;

/**
 * The expectation that an observation meets; undefined if a page cannot expect it, such as a path outside the tree.
 * @param comparesExitCode whether the exit code is compared even if an error, or no error, is enough
 */
export function wantedFrom(observed: Observation, comparesExitCode = false): Wanted | undefined {
  switch (observed.kind) {
    case 'file':
      return observed;
    case 'url':
      return observed;
    case 'builtin':
      return { kind: 'builtin', name: observed.name };
    case 'error':
      return { kind: 'error', error: observed.error.code ?? observed.error.name };
    case 'run':
      return wantedRun(observed, comparesExitCode);
    case 'outside':
    case 'step':
      return undefined;
  }
}

function wantedRun(
  { stdout, exitCode, error }: Extract<Observation, { kind: 'run' }>,
  comparesExitCode: boolean,
): Wanted | undefined {
  if (exitCode === null && error === undefined) return undefined;
  const failsSilently = error === undefined && exitCode !== 0;
  return {
    kind: 'run',
    stdout: stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`,
    ...(exitCode !== null && (comparesExitCode || failsSilently) ? { exitCode } : {}),
    ...(error === undefined ? {} : { error: error.code ?? error.name }),
  };
}
