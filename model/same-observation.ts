// Whether two observations are the same: what was answered, printed and thrown, not the messages of errors.

import type { Observation, ObservedError, ObservedStep } from './observation.ts';

/** Equal for two observations if and only if they are the same. */
export function observationKey(observed: Observation): string {
  return JSON.stringify(essenceOf(observed));
}

/** The part of an observation that makes it another one, its keys in a fixed order. */
export function essenceOf(observed: Observation): Observation {
  switch (observed.kind) {
    case 'file':
    case 'outside':
      return { kind: observed.kind, path: observed.path };
    case 'builtin':
      return { kind: 'builtin', name: observed.name };
    case 'error':
      return { kind: 'error', error: identify(observed.error) };
    case 'run': {
      const { stdout, exitCode, signal, error } = observed;
      const ending = {
        ...(signal === undefined ? {} : { signal }),
        ...(error ? { error: identify(error) } : {}),
      };
      return { kind: 'run', stdout, exitCode, ...ending };
    }
    case 'step':
      return { kind: 'step', step: observed.step, stdout: observed.stdout, state: stateOf(observed) };
  }
}

/** An error is known by its code; its name counts only if it has none. */
function identify({ code, name }: ObservedError): ObservedError {
  return { name: code ?? name };
}

function stateOf({ state }: ObservedStep): ObservedStep['state'] {
  switch (state.kind) {
    case 'ended': {
      const { exitCode, signal } = state;
      return { kind: 'ended', exitCode, ...(signal === undefined ? {} : { signal }) };
    }
    case 'responded':
      return { kind: 'responded', status: state.status, body: state.body };
    default:
      return { kind: state.kind };
  }
}
