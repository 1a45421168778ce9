// The trace: what the reference says about each step of the algorithm that it takes.

/**
 * `holds` and `fails` are conditions, `found` and `missing` are looks for a file, `skipped` is a step that is not taken because
 * of the specifier alone.
 */
export type Outcome = 'holds' | 'fails' | 'found' | 'missing' | 'done' | 'thrown' | 'skipped';

/** One step taken. `step` is the label of the page. */
export interface TraceEvent {
  readonly step: string;
  readonly outcome: Outcome;
  readonly path?: string;
  /** What the step is about where that is not a path: a key of a package map, a condition, a target, a name. */
  readonly about?: string;
  /** Why a step was skipped. */
  readonly why?: string;
}

export type Trace = (event: TraceEvent) => void;

/** Something that may be traced. */
export interface Traced {
  readonly trace?: Trace | undefined;
}

/** Notes that a step was taken. Costs next to nothing when nobody listens. */
export function note(context: Traced, step: string, outcome: Outcome, path?: string): void {
  context.trace?.(path === undefined ? { step, outcome } : { step, outcome, path });
}

/** Notes whether the condition of a step holds, and returns it. */
export function check(context: Traced, step: string, condition: boolean, path?: string): boolean {
  note(context, step, condition ? 'holds' : 'fails', path);
  return condition;
}

/** As `note`, for a step about something that is not a path; what is not a text is noted as JSON. */
export function noteAbout(context: Traced, step: string, outcome: Outcome, about: unknown): void {
  context.trace?.({
    step,
    outcome,
    about: typeof about === 'string' ? about : (JSON.stringify(about) ?? 'none'),
  });
}

/** As `check`, for a step about something that is not a path. */
export function checkAbout(context: Traced, step: string, condition: boolean, about: unknown): boolean {
  noteAbout(context, step, condition ? 'holds' : 'fails', about);
  return condition;
}

/** As `check`, whether a value is of a kind; the compiler learns of it. */
export function checkIs<T, Kind extends T>(
  context: Traced,
  step: string,
  value: T,
  isKind: (value: T) => value is Kind,
  path?: string,
): value is Kind {
  return check(context, step, isKind(value), path);
}

/** As `checkIs`, for a step about something that is not a path. */
export function checkAboutIs<T, Kind extends T>(
  context: Traced,
  step: string,
  value: T,
  isKind: (value: T) => value is Kind,
  about: unknown,
): value is Kind {
  return checkAbout(context, step, isKind(value), about);
}

/** Notes that a step was not taken. */
export function noteSkipped(context: Traced, step: string, why: string): void {
  context.trace?.({ step, outcome: 'skipped', why });
}
