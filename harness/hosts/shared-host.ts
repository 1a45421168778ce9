// A host that takes many cases, one after another, in one process.

import { type ChildGroup, type Ending, type Launch, startChild } from './child-group.ts';
import type { Failure, HostOutcome } from './host-outcome.ts';
import { collectText, readLines } from './lines.ts';
import { type AskedCase, protocolVersion, type Request, type StartReply } from './protocol.ts';
import { quoteStderr } from './quote-stderr.ts';
import { readRunReply, readStartReply, type Stray } from './read-reply.ts';

/** How long a host may take to introduce itself. */
export const startTimeoutMs = 20_000;

/** How long a host that was asked to stop may take before it is killed. */
export const stopTimeoutMs = 1_000;

const stderrLimit = 256 * 1024;

interface Pending {
  take(line: string): void;
  fail(failure: Failure): void;
}

/** One live process. After an outcome of `crashed`, `timed out` or `errored` it is not used again. */
export class SharedHost {
  readonly #child: ChildGroup;
  readonly #stderr: { text(): string };
  #pending: Pending | undefined;
  #end: Failure | undefined;
  #seq = 0;

  /** @param onLine called with every line of the stream of the replies, valid or not */
  constructor(launch: Launch, onLine: (line: string) => void = () => undefined) {
    this.#child = startChild(launch);
    this.#stderr = collectText(this.#child.stderr, stderrLimit);
    this.#child.stdout.resume();
    const take = (line: string) => {
      if (line === '') return;
      onLine(line);
      this.#pending?.take(line);
    };
    readLines(this.#child.replies, take, () =>
      this.#fail({ kind: 'crashed', reason: 'its reply never ended', flooded: true }),
    );
    this.#child.ended.then((ending) => this.#fail(describeEnding(ending)));
  }

  /** What it has written on stderr so far. */
  get stderr(): string {
    return this.#stderr.text();
  }

  /** Whether it has ended or failed, and can't be used again. */
  get isLost(): boolean {
    return this.#end !== undefined;
  }

  /** The handshake. Returns a text with the reason if the host does not introduce itself properly. */
  async start(timeoutMs: number = startTimeoutMs): Promise<StartReply | string> {
    const reply = await this.#exchange({ cmd: 'start', version: protocolVersion }, timeoutMs, readStartReply);
    return typeof reply === 'object' && 'kind' in reply ? describeFailure(reply) : reply;
  }

  /**
   * Asks one case. Never rejects.
   * @param inThread whether to run the case in its own thread; the host must support threads
   */
  async ask(asked: AskedCase, timeoutMs: number, inThread = false): Promise<HostOutcome> {
    const seq = ++this.#seq;
    const count = asked.questions.length;
    const request: Request = { cmd: 'run', seq, case: asked, ...(inThread ? { inThread } : {}) };
    return this.#exchange(request, timeoutMs, (line) => readRunReply(line, seq, count));
  }

  /**
   * Asks the process to stop, kills it if it does not end in time, and waits for its end.
   * @returns whether it ended by itself
   */
  async close(timeoutMs: number = stopTimeoutMs): Promise<boolean> {
    let killed = this.#end !== undefined;
    if (!killed) this.#send({ cmd: 'stop' });
    const timer = setTimeout(() => {
      killed = true;
      this.#child.kill();
    }, timeoutMs);
    await this.#child.ended;
    clearTimeout(timer);
    return !killed;
  }

  /** Sends a request and settles with the first reply that `read` accepts, or with a failure. */
  #exchange<T>(
    request: Request,
    timeoutMs: number,
    read: (line: string) => T | Stray | undefined,
  ): Promise<T | HostOutcome> {
    if (this.#end) return Promise.resolve(this.#end);
    return new Promise((resolve) => {
      let stray: Stray | undefined;
      const settle = (result: T | HostOutcome) => {
        clearTimeout(timer);
        this.#pending = undefined;
        resolve(result);
      };
      const timer = setTimeout(() => this.#fail(overdue(timeoutMs, stray)), timeoutMs);
      const take = (line: string) => {
        const reply = read(line);
        if (isStray(reply)) stray ??= reply;
        else if (reply !== undefined) settle(reply);
      };
      this.#pending = { take, fail: settle };
      this.#send(request);
    });
  }

  #send(request: Request): void {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
  }

  #fail(failure: Failure): void {
    this.#end ??= { ...failure, stderr: this.#stderr.text() };
    this.#child.kill();
    this.#pending?.fail(this.#end);
  }
}

function isStray(reply: unknown): reply is Stray {
  return typeof reply === 'object' && reply !== null && 'kind' in reply && reply.kind === 'stray';
}

/** Silence is a fault of the loader; a message that does not reply to the request is a fault of the adapter. */
function overdue(timeoutMs: number, stray: Stray | undefined): Failure {
  return stray ? { kind: 'errored', reason: stray.reason } : { kind: 'timed out', afterMs: timeoutMs };
}

/** The outcome for a process that ended when it should not. */
function describeEnding(ending: Ending): Failure {
  if (ending.failure !== undefined)
    return { kind: 'errored', reason: `cannot start the host: ${ending.failure}` };
  const how = ending.signal ? `was killed by ${ending.signal}` : `exited with code ${ending.exitCode}`;
  return { kind: 'crashed', reason: `its process ${how} before it answered` };
}

function describeFailure(outcome: HostOutcome): string {
  switch (outcome.kind) {
    case 'timed out':
      return `it did not introduce itself within ${outcome.afterMs} ms${quoteStderr(outcome.stderr)}`;
    case 'crashed':
    case 'errored':
      return `${outcome.reason}${quoteStderr(outcome.stderr)}`;
    default:
      return 'it did not answer the start message with a start reply';
  }
}
