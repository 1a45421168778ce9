// One running server: what it prints between its marker lines, and how it ends.

import { StringDecoder } from 'node:string_decoder';
import { type ChildGroup, type Ending, type Launch, startChild } from '../hosts/child-group.ts';
import { collectText } from '../hosts/lines.ts';

const outputLimit = 1024 * 1024;

/** What came: the next marker, the end, or nothing in time; with what was printed before. */
export type Heard =
  | { readonly kind: 'marker'; readonly stdout: string }
  | { readonly kind: 'ended'; readonly stdout: string; readonly ending: Ending }
  | { readonly kind: 'waiting'; readonly stdout: string };

export class LiveServer {
  readonly #child: ChildGroup;
  readonly #marker: string;
  readonly #stderr: { text(): string };
  readonly #decoder = new StringDecoder('utf8');
  #unread = '';
  #size = 0;
  #ending: Ending | undefined;
  #wake: () => void = () => undefined;

  constructor(launch: Launch, marker: string) {
    this.#child = startChild(launch);
    this.#marker = `${marker}\n`;
    this.#stderr = collectText(this.#child.stderr, outputLimit);
    this.#child.replies.resume();
    this.#child.stdout.on('data', (chunk: Buffer) => this.#hear(chunk));
    this.#child.ended.then((ending) => {
      this.#ending = ending;
      this.#wake();
    });
  }

  /** Waits for the marker of a server that listens. */
  listening(timeoutMs: number): Promise<Heard> {
    return this.#until(() => this.#toMarker() ?? this.#toEnd(), timeoutMs);
  }

  /** Waits until everything has been read that it printed before this call. */
  settled(timeoutMs: number): Promise<Heard> {
    this.#child.stdin.write('\n');
    return this.#until(() => this.#toMarker() ?? this.#toEnd(), timeoutMs);
  }

  /** Waits until it ends by itself. */
  ended(timeoutMs: number): Promise<Heard> {
    return this.#until(() => this.#toEnd(), timeoutMs);
  }

  hasEnded(): boolean {
    return this.#ending !== undefined;
  }

  /** Whether it printed more than the limit. */
  overflowed(): boolean {
    return this.#size > outputLimit;
  }

  stderr(): string {
    return this.#stderr.text();
  }

  /** Kills it with all its children and waits until they have ended. */
  async kill(): Promise<void> {
    this.#child.kill();
    await this.#child.ended;
  }

  #hear(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.overflowed()) this.#child.kill();
    else this.#unread += this.#decoder.write(chunk);
    this.#wake();
  }

  #toMarker(): Heard | undefined {
    const at = this.#unread.indexOf(this.#marker);
    if (at < 0) return undefined;
    const stdout = this.#unread.slice(0, at);
    this.#unread = this.#unread.slice(at + this.#marker.length);
    return { kind: 'marker', stdout };
  }

  #toEnd(): Heard | undefined {
    return this.#ending && { kind: 'ended', stdout: this.#takeUnread(), ending: this.#ending };
  }

  #takeUnread(): string {
    const stdout = this.#unread.replaceAll(this.#marker, '');
    this.#unread = '';
    return stdout;
  }

  #until(look: () => Heard | undefined, timeoutMs: number): Promise<Heard> {
    return new Promise((resolve) => {
      const settle = (heard: Heard) => {
        clearTimeout(timer);
        this.#wake = () => undefined;
        resolve(heard);
      };
      const timer = setTimeout(() => settle({ kind: 'waiting', stdout: this.#takeUnread() }), timeoutMs);
      this.#wake = () => {
        const heard = look();
        if (heard) settle(heard);
      };
      this.#wake();
    });
  }
}
