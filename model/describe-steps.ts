// Describes the steps of a server case in words: what is done, what must be shown, and what was shown.

import type { ServeStep, ShownStep } from './case.ts';
import type { ObservedStep } from './observation.ts';

export function describeStep(step: ServeStep): string {
  switch (step.kind) {
    case 'start':
      return `start in ${step.environment}`;
    case 'request':
      return `request ${step.method} ${step.path}`;
    case 'write':
      return `write ${step.path}`;
    case 'delete':
      return `delete ${step.path}`;
    case 'end':
      return 'wait until it ends';
    case 'stop':
      return 'stop';
  }
}

/** All that a case expects in one edition, one block for each step. */
export function describeShownSteps(shows: readonly ShownStep[]): string {
  return shows.map((shown) => `step ${shown.step}:\n${describeShownStep(shown)}`).join('');
}

export function describeShownStep(shown: ShownStep): string {
  return after(shown.stdout, describeShownEvent(shown));
}

function describeShownEvent(shown: ShownStep): string {
  switch (shown.kind) {
    case 'listens':
      return '[listens]';
    case 'stalls':
      return '[never listens, and stays silent or ends with exit code 0]';
    case 'ends':
      return `[ends with exit code ${shown.exitCode}]`;
    case 'responds':
      return describeResponse(shown.status, shown.body);
    case 'no response':
      return '[no response]';
  }
}

export function describeObservedStep(observed: ObservedStep): string {
  return after(observed.stdout, describeState(observed.state));
}

function describeState(state: ObservedStep['state']): string {
  switch (state.kind) {
    case 'listens':
      return '[listens]';
    case 'ended':
      return state.signal === undefined
        ? `[ends with exit code ${state.exitCode}]`
        : `[ends by ${state.signal}]`;
    case 'responded':
      return describeResponse(state.status, state.body);
    case 'no response':
      return '[no response]';
    case 'waiting':
      return '[nothing happens within the time limit]';
    case 'not reached':
      return '[not reached: the server is gone]';
  }
}

function describeResponse(status: number, body: string | undefined): string {
  return body ? `[status ${status}]\n${body}` : `[status ${status}]`;
}

/** What was printed, then what happened, on separate lines. */
function after(stdout: string, event: string): string {
  return `${endLine(stdout)}${endLine(event)}`;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
