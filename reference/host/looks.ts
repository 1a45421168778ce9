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
  #once: { readonly path: string; status: unknown } | undefined;

  /** `Module._stat`: 0 for a file, 1 for a folder, a negative number for anything else. A program may put its own here. */
  stat: unknown;

  constructor(files: FileSystem, paths: PathRules, { look }: Behaviours) {
    this.#files = files;
    this.#paths = paths;
    this.#remembers = look;
    const stat = (path: string): number => statuses[this.#kindOf(path) ?? 'missing'];
    this.stat = stat;
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

  isFile(path: string): boolean {
    return this.#statusOf(path) === 0;
  }

  isFolder(path: string): boolean {
    return this.#statusOf(path) === 1;
  }

  /** Whether a folder of packages is searched: Node searches it unless the number is below 1. */
  isSearched(folder: string): boolean {
    return !(Number(this.#statusOf(folder)) < 1);
  }

  /** While `look` runs, what is at this path is asked once. */
  once<T>(path: string, look: () => T): T {
    const before = this.#once;
    this.#once = { path, status: undefined };
    try {
      return look();
    } finally {
      this.#once = before;
    }
  }

  #statusOf(path: string): unknown {
    if (this.#once?.path !== path) return this.#ask(path);
    this.#once.status ??= this.#ask(path);
    return this.#once.status;
  }

  #ask(path: string): unknown {
    const { stat } = this;
    if (typeof stat !== 'function') throw new TypeError('_stat is not a function');
    return stat(path);
  }

  /** What is at a path, or was when it was looked at before. */
  #kindOf(path: string): Kind {
    const known = this.#kinds?.get(path);
    if (known !== undefined || this.#kinds?.has(path)) return known;
    const kind = this.#files.kindOf(path);
    const isThere = kind === 'file' || kind === 'folder';
    if (isThere || this.#remembers !== 'is remembered while the entry runs, unless nothing was there')
      this.#kinds?.set(path, kind);
    return kind;
  }

  /**
   * The real path. As in Node, what a link holds is remembered as the real path of that link, though it may be a link itself, and
   * what is not a link is remembered as such.
   */
  realpath(path: string): string {
    const given = this.#files.realpathOfProgram?.(path);
    if (given !== undefined) return given;
    const known = this.#realPaths.get(path);
    if (known !== undefined) return known;
    const real = this.#files.linkTarget ? this.#follow(path) : this.#files.realpath(path);
    this.#realPaths.set(path, real);
    return real;
  }

  #follow(path: string): string {
    const { parse, resolve, sep } = this.#paths;
    let way = resolve(path);
    let done = parse(way).root.length;
    const plain: string[] = [];
    for (let links = 0; done < way.length; ) {
      const next = way.indexOf(sep, done);
      const end = next === -1 ? way.length : next;
      const passed = way.slice(0, end);
      const target = this.#targetOf(passed);
      done = end + 1;
      if (target === undefined) {
        plain.push(passed);
        continue;
      }
      if (++links > mostLinks) return this.#files.realpath(path);
      way = resolve(target, way.slice(done));
      done = parse(way).root.length;
    }
    // What is no longer there has no real path.
    if (this.#files.kindOf(way) === undefined) return this.#files.realpath(way);
    for (const passed of plain) this.#realPaths.set(passed, passed);
    return way;
  }

  /** Where a link leads, or what is remembered as its real path; nothing for what is not a link. */
  #targetOf(path: string): string | undefined {
    const known = this.#realPaths.get(path);
    if (known !== undefined) return known === path ? undefined : known;
    const held = this.#files.linkTarget?.(path);
    if (held === undefined) return undefined;
    const { dirname, resolve } = this.#paths;
    const target = resolve(dirname(path), held);
    this.#realPaths.set(path, target);
    return target;
  }
}

/** As Node answers, whose numbers below 0 are the codes of errors. */
const statuses = { file: 0, folder: 1, missing: -2, unreachable: -40 };

/** More links than this are a loop. */
const mostLinks = 1000;
