// Asks one case in its own process, which ends by itself as the program does.

import type { Answer, ObservedError } from '../../model/observation.ts';
import { type ChildGroup, type Ending, type Launch, startChild } from './child-group.ts';
import type { HostOutcome } from './host-outcome.ts';
import { collectText, parseJsonLine, readLines } from './lines.ts';
import { type AskedCase, aloneReplySchema } from './protocol.ts';

const outputLimit = 1024 * 1024;

interface Heard {
  ready: boolean;
  answers: readonly Answer[] | undefined;
  uncaught: ObservedError | undefined;
  /** Why the question was declined. */
  declined: string | undefined;
}

/** Runs one case in a host started with `launch` and waits for its end. Never rejects. */
export async function askAlone(launch: Launch, asked: AskedCase, timeoutMs: number): Promise<HostOutcome> {
  const child = startChild(launch);
  const heard = listen(child);
  const stdout = collectText(child.stdout, outputLimit);
  const stderr = collectText(child.stderr, outputLimit);
  child.stdin.end();
  const ending = await endWithin(child, timeoutMs);
  const outcome = conclude(asked, ending, heard, stdout, timeoutMs);
  return stderr.text() && outcome.kind !== 'skipped' ? { ...outcome, stderr: stderr.text() } : outcome;
}

/** Undefined if the time ran out and the child was killed. */
export async function endWithin(child: ChildGroup, timeoutMs: number): Promise<Ending | undefined> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill();
  }, timeoutMs);
  const ending = await child.ended;
  clearTimeout(timer);
  return timedOut ? undefined : ending;
}

function listen(child: ChildGroup): Heard {
  const heard: Heard = { ready: false, answers: undefined, uncaught: undefined, declined: undefined };
  const take = (line: string): void => {
    const { data } = aloneReplySchema.safeParse(parseJsonLine(line));
    if (!data) return;
    if ('ready' in data) heard.ready = true;
    else if ('answers' in data) heard.answers ??= data.answers;
    else if ('skipped' in data) heard.declined ??= data.reason;
    else heard.uncaught ??= data.uncaught;
  };
  readLines(child.replies, take, () => child.kill());
  return heard;
}

function conclude(
  asked: AskedCase,
  ending: Ending | undefined,
  heard: Heard,
  stdout: { text(): string; overflowed(): boolean },
  timeoutMs: number,
): HostOutcome {
  if (!ending) return { kind: 'timed out', afterMs: timeoutMs };
  if (ending.failure !== undefined)
    return { kind: 'errored', reason: `cannot start the host: ${ending.failure}` };
  if (!heard.ready) return { kind: 'errored', reason: 'the host ended before it was ready' };
  if (heard.declined !== undefined) return { kind: 'skipped', reason: heard.declined };
  if (stdout.overflowed())
    return { kind: 'crashed', reason: `it printed more than ${outputLimit} bytes`, flooded: true };
  if (ending.signal) return { kind: 'crashed', reason: `its process was killed by ${ending.signal}` };
  const resolutions = asked.questions.filter(({ kind }) => kind === 'resolve').length;
  if (heard.answers?.length !== resolutions) {
    return { kind: 'crashed', reason: `its process exited with code ${ending.exitCode} before it answered` };
  }
  const program = programAnswer(ending.exitCode, stdout.text(), heard.uncaught);
  return { kind: 'answered', answers: mergeAnswers(asked, heard.answers, program) };
}

/** The observation of a program that has ended. After an error that ends a program, its exit code is not 0. */
export function programAnswer(exitCode: number | null, stdout: string, error?: ObservedError): Answer {
  return { kind: 'run', stdout, exitCode, ...(error && exitCode !== 0 ? { error } : {}) };
}

/** The answers in the order of the questions. */
function mergeAnswers(asked: AskedCase, resolutions: readonly Answer[], program: Answer): Answer[] {
  const waiting = [...resolutions];
  return asked.questions.map((question) =>
    question.kind === 'run' ? program : (waiting.shift() ?? program),
  );
}
