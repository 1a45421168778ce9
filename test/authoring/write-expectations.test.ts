import { test } from 'tap';
import { editionIds } from '../../model/editions.ts';
import type { Observation } from '../../model/observation.ts';
import { settle } from '../../suite/authoring/settle.ts';
import type { Sighting } from '../../suite/authoring/sighting.ts';
import { writeExpectations } from '../../suite/authoring/write-expectations.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { pageText } from '../pages/page-text.ts';

const scope = editionIds.filter((id) => id === 'locked' || id.startsWith('node'));
const tree = '#### `a-case` A case\n\n```tree\na.js\nb.js\n```\n\n';

/** What every edition answers: the first text, or for some lines of Node another. */
function seen(
  observe: (edition: string) => Observation,
  real: readonly string[] = scope.slice(1),
): Sighting[] {
  return scope.flatMap((edition) =>
    (['reference', { node: edition }] as const)
      .filter((by) => by === 'reference' || real.includes(edition))
      .map((by) => ({
        edition,
        by,
        observed: observe(edition),
        holds: false,
      })),
  );
}

function fill(below: string, sightings: readonly Sighting[]): string {
  const text = pageText(`Before.\n\n${below}\n#### \`b-case\` Another\n\n${rest}`.replace('Before.\n\n', ''));
  const [item] = parsePage('t.md', text).cases;
  if (!item) throw new Error('the page has a case');
  const wanted = item.questions.map((question) => settle(question, sightings, scope).wanted);
  const written = writeExpectations(item, wanted, text, scope);
  parsePage('t.md', written);
  const start = text.indexOf(below);
  if (!written.startsWith(text.slice(0, start)) || !written.endsWith(rest))
    throw new Error('more was changed');
  return written.slice(start, written.indexOf('\n#### `b-case`'));
}

const rest =
  '```tree\na.js\n```\n\n| from | specifier | resolves to |\n|---|---|---|\n| `x.js`   | `./a` | `a.js` |\n';

const file = (path: string): Observation => ({ kind: 'file', path });
const old = (edition: string) => ['node-4', 'node-6'].includes(edition);

test('an open cell is filled, in the shortest form', async (t) => {
  const table = '| from | specifier | resolves to |\n| --- | --- | --- |\n| `x.js` | `./a\\|b` | ? |\n';
  t.equal(
    fill(
      tree + table,
      seen(() => file('a.js')),
    ),
    `${tree}| from | specifier | resolves to |\n| --- | --- | --- |\n| \`x.js\` | \`./a\\|b\` | \`a.js\` |\n`,
  );
  t.equal(
    fill(
      tree + table,
      seen((edition) => (old(edition) ? file('b.js') : file('a.js'))),
    ),
    `${tree}| from | specifier | resolves to | node 4–6 |\n| --- | --- | --- | --- |\n| \`x.js\` | \`./a\\|b\` | \`a.js\` | \`b.js\` |\n`,
  );
});

test('the reference is believed only where a real Node says the same', async (t) => {
  const table = '| from | specifier | resolves to |\n| --- | --- | --- |\n| `x.js` | `./a` | ? |\n';
  const observe = (edition: string) => (old(edition) ? file('b.js') : file('a.js'));
  const filled = fill(tree + table, seen(observe, ['node-20']));
  t.match(filled, /\| resolves to \| node 4–6 \|\n.*\n\| `x\.js` \| `\.\/a` \| `a\.js` \| silent \|/);
});

test('what the page says of the text stays, and a table that is right is not touched', async (t) => {
  const table =
    '| from | specifier | resolves to | locked |\n|---|---|---|---|\n| `x.js` | `./a` | `b.js` | `a.js` |\n';
  t.match(
    fill(
      tree + table,
      seen(() => file('a.js')),
    ),
    /\| `x\.js` \| `\.\/a` \| `a\.js` \|\n$/,
  );
  const right = '| from | specifier | resolves to |\n|:--|---|---|\n| `x.js` |`./a`| `a.js` |\n';
  t.equal(
    fill(
      tree + right,
      seen(() => file('a.js')),
    ),
    tree + right,
  );
});

function printing(stdout: string, exitCode: number, code?: string): Observation {
  return { kind: 'run', stdout, exitCode, ...(code ? { error: { name: 'Error', code } } : {}) };
}

const program = '#### `a-case` A case\n\n- Level: cache\n\n`main.js`\n\n```js\nx\n```\n\n';

test('a program gets its fences and how it ends', async (t) => {
  const open = `${program}\`\`\`stdout\n?\n\`\`\`\n`;
  const says = (edition: string) => (old(edition) ? printing('', 1, 'E_OLD') : printing('a\n', 0));
  t.equal(
    fill(open, seen(says)),
    `${program.replace('cache\n', 'cache\n- Uncaught error (node 4–6): `E_OLD`\n')}\`\`\`stdout\na\n\`\`\`\n\n\`\`\`stdout node 4–6\n\`\`\`\n`,
  );
  t.equal(
    fill(
      open,
      seen(() => printing('', 3)),
    ),
    `${program.replace('cache\n', 'cache\n- Exit code: 3\n')}\`\`\`stdout\n\`\`\`\n`,
  );
});

test('fences that are no longer needed leave with what stood between them', async (t) => {
  const two = `${program}\`\`\`stdout\nold\n\`\`\`\n\n\`\`\`stdout node 4\nb\n\`\`\`\n`;
  t.match(
    fill(
      two,
      seen(() => printing('a\n', 0)),
    ),
    /```stdout\na\n```\n\n```stdout locked\nold\n```\n$/,
  );
});
