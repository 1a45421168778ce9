// JSON as people and tools write it, and as a parser may trip over it.

import type { Dice } from './dice.ts';

/** The text of an object with these fields; once in a while not JSON, or not an object. */
export function writeJson(dice: Dice, fields: readonly (readonly [string, unknown])[]): string {
  const text = `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
  if (dice.chance(0.85)) return `${text}\n`;
  return dice.pick(oddities)(text);
}

const oddities: readonly [Oddity, ...Oddity[]] = [
  (text) => `\ufeff${text}`,
  (text) => `\ufeff\ufeff${text}`,
  (text) => text.replace(/}$/, ',}'),
  (text) => `${text}x`,
  (text) => `// comment\n${text}`,
  (text) => text.replaceAll('"', "'"),
  (text) => withFirst(text, '"main":"./b.js"'),
  (text) => withLast(text, '"main":"./b.js"'),
  (text) => withLast(text, '"exports":"./b.js"'),
  (text) => withFirst(text, '"exports":null'),
  (text) => withLast(text, '"name":"b"'),
  (text) => withFirst(text, '"type":"commonjs"'),
  (text) => withFirst(text, '"__proto__":{"main":"./b.js","exports":"./b.js"}'),
  (text) => withFirst(text, '"x":{"main":"./b.js","exports":"./c.js"}'),
  (text) => withFirst(text, '"x":[{"name":"a","exports":"./b.js"}]'),
  (text) => text.replace('"main"', '"\\u006dain"'),
  (text) => text.replace('"exports"', '"export\\u0073"'),
  (text) => text.replace('./', '.\\/'),
  (text) => text.replace('a', '\\u0061'),
  (text) => withFirst(text, '"x":"\\ud800"'),
  (text) => withFirst(text, '"x":"\\x"'),
  (text) => withFirst(text, '"x":01'),
  (text) => withFirst(text, '"x":1e999'),
  (text) => withFirst(text, '"x":NaN'),
  (text) => withFirst(text, '"Main":"./b.js"'),
  (text) => withFirst(text, '"x":"a\tb"'),
  (text) => `\n\t ${text}\r\n `,
  (text) => `\u00a0${text}`,
  (text) => text.slice(0, -1),
  () => '',
  () => ' ',
  () => '{}',
  () => 'null',
  () => '[]',
  () => '"a"',
  () => '1',
  () => 'true',
  () => '{"main"}',
  () => '[{"main":"./b.js"}]',
];

type Oddity = (text: string) => string;

function withFirst(text: string, field: string): string {
  return text === '{}' ? `{${field}}` : `{${field},${text.slice(1)}`;
}

function withLast(text: string, field: string): string {
  return text === '{}' ? `{${field}}` : `${text.slice(0, -1)},${field}}`;
}
