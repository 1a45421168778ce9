// What the maps of packages decided on the way to an answer: which key, pattern, condition or item won, and why the
// others lost. All of it is read from the steps of the reference.

import type { TraceEvent } from '../../reference/index.ts';
import { lostPatterns, rivalsOfKey } from './pattern-rivals.ts';

/** A key, pattern, condition or item of a map. */
export interface Choice {
  readonly kind: 'package' | 'key' | 'pattern' | 'condition' | 'item' | 'target';
  /** The key, pattern or condition as it is written; an item or target as JSON unless it is a string. */
  readonly what: string;
  readonly won: boolean;
  readonly why: string;
  /** The step that decided. */
  readonly step: string;
  /** How many conditions and items it is in. */
  readonly depth: number;
}

/** The choices in the order in which they were looked at; none where no map was asked. */
export function mapChoices(events: readonly TraceEvent[]): Choice[] {
  const state: State = { choices: [], open: [], map: {}, name: '', patterns: [], list: [], refusal: '' };
  for (const event of events) deciders[event.step]?.(state, event);
  return state.choices.map(({ won = false, why = 'ends with an error', ...rest }) => ({ ...rest, won, why }));
}

type Draft = Omit<Choice, 'won' | 'why'> & { won?: boolean; why?: string };

/** An object of conditions, or an array, that is being walked. */
interface Open {
  readonly kind: 'condition' | 'item';
  /** What is in it and has not been looked at. */
  rest: unknown[];
  current?: Draft;
}

interface State {
  readonly choices: Draft[];
  readonly open: Open[];
  map: unknown;
  name: string;
  patterns: string[];
  list: unknown[];
  /** Why the last target was not used. */
  refusal: string;
}

type Decider = (state: State, event: TraceEvent) => void;

const deciders: Readonly<Record<string, Decider>> = {
  'LOAD_PACKAGE_SELF 4': takeOwnName,
  'PACKAGE_SELF_RESOLVE 4': takeOwnName,
  'PACKAGE_EXPORTS_RESOLVE 1': takeMap,
  'PACKAGE_EXPORTS_RESOLVE 3': (state, { outcome }) => {
    if (outcome === 'holds') state.map = { '.': state.map };
  },
  'PACKAGE_IMPORTS_RESOLVE 6': takeMap,
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1': (state, event) => {
    state.name = event.about ?? '';
  },
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.ii': (state, event) => {
    add(state, event, 'key', event.about, true, 'is the very name that is asked for');
    for (const { key, why } of rivalsOfKey(state.name, state.map))
      add(state, event, 'pattern', key, false, why);
  },
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 2': takePatterns,
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 3': takePatterns,
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 4': takePatterns,
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iii': (state, event) => {
    if (event.outcome === 'holds') add(state, event, 'pattern', event.about, false, 'does not match');
    else add(state, event, 'pattern', event.about, true);
  },
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iv': (state, event) => {
    const won = state.choices.at(-1);
    if (won === undefined) return;
    won.why = `matches, with ${event.about} in the place of its star`;
    for (const { key, why } of lostPatterns(state.name, won.what, state.patterns))
      add(state, event, 'pattern', key, false, why);
  },
  'PACKAGE_IMPORTS_EXPORTS_RESOLVE 6': (state, event) => {
    add(state, event, 'key', event.about, false, 'is not a key of the map, and no pattern matches it');
  },
  'PACKAGE_TARGET_RESOLVE 1.ii.a': refuseWhenHolds('does not begin with ./'),
  'PACKAGE_TARGET_RESOLVE 1.iii': refuseWhenHolds('has a part that is ., .. or node_modules'),
  'PACKAGE_TARGET_RESOLVE 1.v': refuseWhenHolds('leads out of the package'),
  'PACKAGE_TARGET_RESOLVE 2': (state, event) => {
    if (event.outcome === 'holds') state.list = asList(read(event.about));
  },
  'PACKAGE_TARGET_RESOLVE 2.i': (state, event) => {
    if (event.outcome === 'fails') state.open.push({ kind: 'item', rest: [...state.list] });
    else refuse(state, event, '[]', 'is an empty list');
  },
  'PACKAGE_TARGET_RESOLVE 2.iii': beginNext,
  'PACKAGE_TARGET_RESOLVE 2.iii.b': (state, event) => {
    if (event.outcome !== 'holds') return;
    win(state, event, 'is the first that is a target');
    state.refusal = '';
  },
  'PACKAGE_TARGET_RESOLVE 2.iii.c': (state, { outcome }) => {
    const current = state.open.at(-1)?.current;
    if (current) current.why = outcome === 'holds' ? state.refusal : 'has no condition that applies';
  },
  'PACKAGE_TARGET_RESOLVE 2.iv': (state, { outcome }) => {
    if (outcome === 'thrown') close(state);
  },
  'PACKAGE_TARGET_RESOLVE 2.v': close,
  'PACKAGE_TARGET_RESOLVE 3.i': (state, event) => {
    if (event.outcome === 'fails') state.open.push({ kind: 'condition', rest: asList(read(event.about)) });
  },
  'PACKAGE_TARGET_RESOLVE 3.ii': (state, event) => {
    beginNext(state, event);
    state.refusal = '';
  },
  'PACKAGE_TARGET_RESOLVE 3.ii.a': (state, { outcome }) => {
    const current = state.open.at(-1)?.current;
    if (current && outcome === 'holds') current.why = 'does not apply';
  },
  'PACKAGE_TARGET_RESOLVE 3.ii.c': (state, event) => {
    const current = state.open.at(-1)?.current;
    if (event.outcome === 'holds') win(state, event, state.refusal || 'is the first that applies');
    else if (current) current.why = 'applies, but nothing in it does';
  },
  'PACKAGE_TARGET_RESOLVE 3.iii': close,
  'PACKAGE_TARGET_RESOLVE 4': (state, event) => {
    if (event.outcome === 'holds') refuse(state, event, 'null', 'says that there is nothing to be had');
  },
  'PACKAGE_TARGET_RESOLVE 5': (state, event) =>
    refuse(state, event, event.about, 'is of no type for a target'),
};

function takeOwnName(state: State, event: TraceEvent): void {
  if (event.outcome === 'fails')
    add(state, event, 'package', event.about, true, 'is the own name of the package that asks');
}

function takeMap(state: State, { about }: TraceEvent): void {
  state.map = read(about);
}

function takePatterns(state: State, { about }: TraceEvent): void {
  state.patterns = asTexts(read(about));
}

function refuseWhenHolds(why: string): Decider {
  return (state, event) => {
    if (event.outcome === 'holds') refuse(state, event, event.about, why);
  };
}

/** An item of an array says itself why it was refused. */
function refuse(state: State, event: TraceEvent, what: string | undefined, why: string): void {
  state.refusal = why;
  if (state.open.at(-1)?.kind !== 'item') add(state, event, 'target', what, false, why);
}

function beginNext(state: State, event: TraceEvent): void {
  const open = state.open.at(-1);
  if (open === undefined) return;
  open.rest.shift();
  const draft: Draft = {
    kind: open.kind,
    what: event.about ?? '',
    step: event.step,
    depth: state.open.length - 1,
  };
  open.current = draft;
  state.choices.push(draft);
}

/** What is being looked at wins over all that follows it. */
function win(state: State, event: TraceEvent, why: string): void {
  const open = state.open.pop();
  if (open?.current === undefined) return;
  Object.assign(open.current, { won: true, why });
  for (const what of open.rest) add(state, event, open.kind, asText(what), false, 'comes later');
}

function close(state: State): void {
  state.open.pop();
}

function add(
  state: State,
  { step }: TraceEvent,
  kind: Choice['kind'],
  what: string | undefined,
  won: boolean,
  why?: string,
): void {
  const depth = state.open.length;
  state.choices.push({ kind, what: what ?? '', won, step, depth, ...(why === undefined ? {} : { why }) });
}

/** What the trace holds as JSON; a string is used as it is. */
function read(about: string | undefined): unknown {
  try {
    return JSON.parse(about ?? '');
  } catch {
    return about;
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asTexts(value: unknown): string[] {
  return asList(value).map(asText);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
