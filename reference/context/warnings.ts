// Warnings: what a loader says to the user without an error.

import type { Traced } from './trace.ts';

/** The deprecations of Node that loading can meet. */
export type Deprecation = 'DEP0128' | 'DEP0130' | 'DEP0144' | 'DEP0148' | 'DEP0151' | 'DEP0155' | 'DEP0166';

export interface LoaderWarning {
  readonly name: 'Warning' | 'DeprecationWarning' | 'ExperimentalWarning';
  readonly code?: Deprecation;
  readonly message: string;
  /** It is emitted at once, not when the running code has ended. */
  readonly atOnce?: boolean;
}

export type Warn = (warning: LoaderWarning) => void;

/** Something that may warn. */
export interface Warning extends Traced {
  readonly behaviours: {
    readonly deprecations: readonly Deprecation[];
    readonly pendingDeprecations: readonly Deprecation[];
  };
  /** The user has asked for the warnings of deprecations that are pending. */
  readonly warnsOfPending: boolean;
  readonly warn: Warn;
  /** Occasions of which there is one warning only. */
  readonly warnedOf: Set<string>;
}

/** Warns of a deprecation where the edition does; where there is an occasion, once for it. */
export function deprecate(context: Warning, code: Deprecation, message: string, occasion?: string): void {
  if (!warnsOf(context, code)) return;
  if (occasion !== undefined) {
    const known = `${code}\0${occasion}`;
    if (context.warnedOf.has(known)) return;
    context.warnedOf.add(known);
  }
  context.warn({ name: 'DeprecationWarning', code, message });
}

function warnsOf({ behaviours, warnsOfPending }: Warning, code: Deprecation): boolean {
  const { deprecations, pendingDeprecations } = behaviours;
  return deprecations.includes(code) || (warnsOfPending && pendingDeprecations.includes(code));
}

/** Emits a warning as Node does: on stderr, and as an event of `process`. */
export function emitWarning({ name, code, message, atOnce }: LoaderWarning): void {
  if (atOnce) process.emit('warning', Object.assign(new Error(message), { name }));
  else process.emitWarning(message, { type: name, ...(code === undefined ? {} : { code }) });
}
