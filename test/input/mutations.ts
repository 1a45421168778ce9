// Ways to spoil a text or a JSON value, for properties about bad input.

import fc from 'fast-check';

/** A change of a text: a part of it, as fractions of its length, and what is done there. */
export type Spoil = (text: string) => string;

/** What means something in a page, a YAML file or a JSON file, at a place where it should not stand. */
const shards = [
  ...[
    '```',
    '~~~~',
    '    ',
    '\t',
    '| a | b |\n| --- | --- |\n',
    '####',
    '# ',
    '---\n',
    '- Needs: ',
    '- Exit code: 256',
  ],
  ...[
    '`',
    '``',
    '<tree>',
    '../',
    '/etc/passwd',
    ' -> ',
    ' mode 9',
    ' bytes 0g',
    ' size 99999999',
    ' size 1e9',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '\0',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '\ufeff',
    '\r\n',
    '\r',
    '\u2028',
  ],
  ...[
    'node 4–',
    'node 99',
    'locked, locked',
    'silent',
    '?',
    '1. ',
    '999999999. ',
    '> ',
    '<!--',
    '[a](b',
    '\\',
    '&amp;',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ':',
    ',',
    '&a ',
    '*a',
    '!!js/function x',
    '<<: *a',
    '%YAML 9',
    'null',
    '-1',
    '1e999',
  ],
  ...[
    '- Source: constructor, "S", 1',
    '- Environment: `A=\0`',
    '1. Start in development\n',
    '```stdout node 4\n```\n',
  ],
  ...[
    '['.repeat(3000),
    '> '.repeat(300),
    '- '.repeat(300),
    '{"a":'.repeat(3000),
    '`'.repeat(2000),
    'x'.repeat(20_000),
  ],
];

/** One to four changes in a row. */
export const spoils: fc.Arbitrary<Spoil> = fc
  .array(
    fc.oneof(
      fc.tuple(place(), fc.constantFrom(...shards)).map(([at, shard]) => insert(at, shard)),
      fc.tuple(place(), fc.string({ unit: 'binary', maxLength: 20 })).map(([at, text]) => insert(at, text)),
      fc.tuple(place(), place()).map(([from, length]) => remove(from, length / 20)),
      fc.tuple(place(), place(), place()).map(([from, length, to]) => repeat(from, length / 20, to)),
      fc.tuple(place(), place()).map(([first, second]) => swapLines(first, second)),
      fc.tuple(place(), fc.constantFrom(...shards)).map(([at, shard]) => replaceLine(at, shard)),
      place().map((at) => (text: string) => text.slice(0, at * text.length)),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => (text) => changes.reduce((changed, change) => change(changed), text));

/** A fraction of a text's length. */
function place(): fc.Arbitrary<number> {
  return fc.nat(9999).map((number) => number / 10_000);
}

function insert(at: number, shard: string): Spoil {
  return (text) => splice(text, Math.floor(at * text.length), 0, shard);
}

function remove(from: number, share: number): Spoil {
  return (text) => splice(text, Math.floor(from * text.length), Math.ceil(share * text.length), '');
}

function repeat(from: number, share: number, to: number): Spoil {
  return (text) => {
    const start = Math.floor(from * text.length);
    const part = text.slice(start, start + Math.ceil(share * text.length));
    return splice(text, Math.floor(to * text.length), 0, part);
  };
}

function swapLines(first: number, second: number): Spoil {
  return (text) => {
    const lines = text.split('\n');
    const [a, b] = [Math.floor(first * lines.length), Math.floor(second * lines.length)];
    return lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line)).join('\n');
  };
}

function replaceLine(at: number, shard: string): Spoil {
  return (text) => {
    const lines = text.split('\n');
    return lines.map((line, index) => (index === Math.floor(at * lines.length) ? shard : line)).join('\n');
  };
}

function splice(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}

/** What a value in JSON is replaced by; undefined takes it out. */
const strangers: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    -1,
    0,
    1.5,
    1e300,
    '',
    'x',
    '../x',
    '\0',
    '__proto__',
    '\u001b[31m\ud800',
    'x'.repeat(5000),
  ],
  ...[[], {}, [[]], { kind: 'file' }, { kind: 'none' }, Array.from({ length: 500 }, () => ({})), ['a', 'a']],
];

/** One to three places of a JSON value replaced by something that does not belong there. */
export const replacements: fc.Arbitrary<(value: unknown) => unknown> = fc
  .array(fc.tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 9 }), fc.constantFrom(...strangers)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((changes) => (value) => {
    const copy = structuredClone(value);
    for (const [steps, stranger] of changes) replaceIn(copy, steps, stranger);
    return copy;
  });

/** Walks down, each step a child counted around, until there is no further one; replaces what is there. */
function replaceIn(value: unknown, steps: readonly number[], stranger: unknown): void {
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null) return;
  const children = value as Record<string, unknown>;
  const keys = Object.keys(children);
  const key = keys[step % keys.length];
  if (key === undefined) return;
  const child = children[key];
  const isLeaf = typeof child !== 'object' || child === null;
  if (rest.length > 0 && !isLeaf) replaceIn(child, rest, stranger);
  else children[key] = structuredClone(stranger);
}
