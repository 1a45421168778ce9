// What a loader remembers of its looks at files: what is at a path while the entry runs, and where links lead.

import type { Behaviours } from '../behaviours/behaviours.ts';
import type { PathRules } from '../paths/path-rules.ts';
import type { FileSystem } from './file-system.ts';

type Kind = ReturnType<FileSystem['kindOf']>;

export class Looks {
  readonly #files: FileSystem;
  readonly #paths: PathRules;
  readonly #remembers: Behaviours['look'];
  readonly #realPaths = new Map<string, string>();
  #kinds: Map<string, Kind> | undefined;
  #depth = 0;

  constructor(files: FileSystem, paths: PathRules, { look }: Behaviours) {
    this.#files = files;
    this.#paths = paths;
    this.#remembers = look;
  }

  /** Calls a function that may evaluate modules on behalf of another one. */
  below<T>(load: () => T): T {
    this.#depth++;
    try {
      return load();
    } finally {
      this.#depth--;
    }
  }

  /** Evaluates a module. As in Node, an error leaves what is remembered. */
  during<T>(evaluate: () => T): T {
    if (!this.#begins()) return evaluate();
    this.#kinds = new Map();
    const value = evaluate();
    this.#kinds = undefined;
    return value;
  }

  #begins(): boolean {
    if (this.#remembers === 'is made again') return false;
    return this.#depth === 0 || this.#remembers === 'is remembered until a module has run';
  }

  /** What is at a path, or was when it was looked at before. */
  kindOf(path: string): Kind {
    const known = this.#kinds?.get(path);
    if (known !== undefined || this.#kinds?.has(path)) return known;
    const kind = this.#files.kindOf(path);
    const isThere = kind === 'file' || kind === 'folder';
    if (isThere || this.#remembers !== 'is remembered while the entry runs, unless nothing was there')
      this.#kinds?.set(path, kind);
    return kind;
  }

  /** Every link and every folder of a path is looked at once. */
  realpath(path: string): string {
    const known = this.#realPaths.get(path);
    if (known !== undefined) return known;
    const { basename, dirname, join } = this.#paths;
    const parent = dirname(path);
    const real = this.#files.realpath(parent === path ? path : join(this.realpath(parent), basename(path)));
    this.#realPaths.set(path, real);
    return real;
  }
}
