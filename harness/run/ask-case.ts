// Asks one implementation one case: makes the tree, asks, judges, and removes the tree.

import type { Case, ServeStep } from '../../model/case.ts';
import { failedChecks } from '../../model/failed-checks.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import { machinePlatform } from '../../model/machine-platform.ts';
import type { Answer, Observation } from '../../model/observation.ts';
import type { Platform } from '../../model/platform.ts';
import type { Verdict } from '../../model/run.ts';
import type { Adapter } from '../adapters/adapter.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import type { SharedHost } from '../hosts/shared-host.ts';
import { allPass, judge, leaveUnanswered } from '../judge/judge.ts';
import { buildTree } from '../trees/build-tree.ts';
import { isIntact } from '../trees/is-intact.ts';
import { rulesOf, seenPath } from '../trees/seen-paths.ts';
import type { Workspace } from '../trees/workspace.ts';
import { fillAll, toAsked } from './asked-case.ts';

export interface Asking {
  readonly judged: JudgedCase;
  /** False if the implementation has no error codes; then it is only judged whether it throws. */
  readonly errorCodes: boolean;
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  /** The platform that the implementation is asked about; absent: that of the machine. */
  readonly platform?: Platform | undefined;
  /** Called with the path of the tree if the tree is kept. */
  readonly keep?: ((item: Case, tree: string) => void) | undefined;
}

export interface Judged
  extends Pick<
    Verdict,
    'verdict' | 'questions' | 'reason' | 'issue' | 'stderr' | 'alone' | 'sharedVerdict' | 'ms'
  > {
  /** Set if the verdict is not as expected and the tree was damaged; any case may have damaged it. */
  readonly damaged?: boolean;
}

/** Asks a host that is shared with other cases; in a thread of its own if the case needs one. */
export function askShared(asking: Asking, host: SharedHost, place: 'shared' | 'thread'): Promise<Judged> {
  return inTree(asking, false, (root) =>
    host.ask(toAsked(asking.judged, root, asking.platform), asking.timeoutMs, place === 'thread'),
  );
}

/** Asks in a process of its own, which no other case has changed. */
export function askByItself(asking: Asking, adapter: Adapter): Promise<Judged> {
  const { judged, workspace, timeoutMs, platform } = asking;
  workspace.mend();
  return inTree(asking, true, (root) => {
    const first = judged.questions[0]?.question;
    return first?.kind === 'serve'
      ? askServer(asking, adapter, first.steps, root)
      : adapter.askAlone(toAsked(judged, root, platform), workspace, timeoutMs);
  });
}

async function askServer(
  { judged: { item, edition }, workspace, timeoutMs }: Asking,
  { serve, spec }: Adapter,
  steps: readonly ServeStep[],
  root: string,
): Promise<HostOutcome> {
  if (!serve)
    return { kind: 'errored', reason: `--impl ${spec} has the capability 'serve', but no server to start` };
  const environment = fillAll(item.environment, root);
  const served = { root, edition, environment, steps };
  // Few runs have servers, and the modules for HTTP take time to load.
  const { driveServer } = await import('../servers/drive-server.ts');
  return driveServer((start) => serve(start, workspace), served, timeoutMs);
}

async function inTree(
  asking: Asking,
  alone: boolean,
  ask: (root: string) => Promise<HostOutcome>,
): Promise<Judged> {
  const { workspace, keep, platform = machinePlatform } = asking;
  const { item } = asking.judged;
  const started = performance.now();
  const root = workspace.nextTree();
  const seen = seenPath(root, platform);
  try {
    buildTree(root, item.tree, undefined, seen);
    const outcome = await ask(root);
    const judged = { ...conclude(outcome, seen, asking), alone, ms: since(started) };
    return isAsExpected(judged) || isIntact(root, item.tree, seen) ? judged : { ...judged, damaged: true };
  } catch (error) {
    const reason = `cannot build the tree or ask about it: ${messageOf(error)}`;
    const questions = leaveUnanswered(asking.judged);
    return { verdict: 'error', questions, reason, alone, ms: since(started), damaged: true };
  } finally {
    if (keep) keep(item, root);
    else workspace.removeTree(root);
  }
}

/** In milliseconds, to a hundredth. */
function since(started: number): number {
  return Math.round((performance.now() - started) * 100) / 100;
}

/** The outcome of a case that nobody could be asked. */
export function notAsked(verdict: 'skip' | 'error', judged: JudgedCase, reason: string): Judged {
  return { verdict, questions: leaveUnanswered(judged), reason, alone: false, ms: 0 };
}

export function isAsExpected({ verdict }: Pick<Judged, 'verdict'>): boolean {
  return verdict === 'pass' || verdict === 'skip';
}

function conclude(outcome: HostOutcome, root: string, asking: Asking): Omit<Judged, 'alone' | 'ms'> {
  const stderr = 'stderr' in outcome && outcome.stderr ? { stderr: withoutChance(outcome.stderr, root) } : {};
  if (outcome.kind === 'answered') {
    const judged = concludeAnswers(outcome.answers, root, asking);
    return judged.verdict === 'pass' ? judged : { ...judged, ...stderr };
  }
  const questions = leaveUnanswered(asking.judged);
  switch (outcome.kind) {
    case 'skipped': {
      const { reason, issue } = outcome;
      return { verdict: 'skip', questions, reason, ...(issue ? { issue } : {}) };
    }
    case 'errored':
      return { verdict: 'error', questions, reason: outcome.reason, ...stderr };
    case 'crashed':
      return { verdict: 'crash', questions, reason: outcome.reason, ...stderr };
    case 'timed out':
      return {
        verdict: 'timeout',
        questions,
        reason: `it did not end within ${outcome.afterMs} ms`,
        ...stderr,
      };
  }
}

function concludeAnswers(
  answers: readonly Answer[],
  root: string,
  { judged, errorCodes, timeoutMs, platform = machinePlatform }: Asking,
): Pick<Judged, 'verdict' | 'questions' | 'reason'> {
  const questions = judge(judged, answers, root, errorCodes, rulesOf(platform));
  if (allPass(questions)) return { verdict: 'pass', questions };
  const waited = failedChecks({ questions }).find(({ observed }) => isWaiting(observed));
  if (!waited) return { verdict: 'fail', questions };
  return { verdict: 'timeout', questions, reason: `${waited.label} took more than ${timeoutMs} ms` };
}

/** Replaces the path of the tree and the id of the process, which differ between two otherwise equal runs. */
function withoutChance(stderr: string, root: string): string {
  return stderr.replaceAll(root, '<tree>').replace(/^\(node:\d+\)/gm, '(node)');
}

function isWaiting(observed: Observation): boolean {
  return observed.kind === 'step' && observed.state.kind === 'waiting';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
