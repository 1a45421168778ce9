// Whether two observations are the same: what was answered, printed and thrown, not the messages of errors.

import type { Observation, ObservedError, ObservedStep } from './observation.ts';

type Keep = (text: string) => string;

/** Equal for two observations if and only if they are the same. */
export function observationKey(observed: Observation): string {
  return JSON.stringify(essenceOf(observed));
}

/**
 * The part of an observation that makes it another one, its keys in a fixed order.
 * @param keep what is kept of a text of the implementation; all of it without this
 */
export function essenceOf(observed: Observation, keep: Keep = (text) => text): Observation {
  switch (observed.kind) {
    case 'file': {
      const { path, suffix } = observed;
      return { kind: 'file', path: keep(path), ...(suffix === undefined ? {} : { suffix: keep(suffix) }) };
    }
    case 'url':
      return { kind: 'url', url: keep(observed.url) };
    case 'outside':
      return { kind: observed.kind, path: keep(observed.path) };
    case 'builtin':
      return { kind: 'builtin', name: keep(observed.name) };
    case 'error':
      return { kind: 'error', error: identify(observed.error, keep) };
    case 'run': {
      const { stdout, exitCode, signal, error } = observed;
      const ending = {
        ...(signal === undefined ? {} : { signal }),
        ...(error ? { error: identify(error, keep) } : {}),
      };
      return { kind: 'run', stdout: keep(stdout), exitCode, ...ending };
    }
    case 'step':
      return {
        kind: 'step',
        step: observed.step,
        stdout: keep(observed.stdout),
        state: stateOf(observed, keep),
      };
  }
}

/** An error is known by its code; its name counts only if it has none. */
function identify({ code, name }: ObservedError, keep: Keep): ObservedError {
  return { name: keep(code ?? name) };
}

function stateOf({ state }: ObservedStep, keep: Keep): ObservedStep['state'] {
  switch (state.kind) {
    case 'ended': {
      const { exitCode, signal } = state;
      return { kind: 'ended', exitCode, ...(signal === undefined ? {} : { signal }) };
    }
    case 'responded':
      return { kind: 'responded', status: state.status, body: keep(state.body) };
    default:
      return { kind: state.kind };
  }
}
