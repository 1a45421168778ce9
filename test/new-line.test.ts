// A new Node line is an entry in model/editions.ts, one in reference/behaviours/lines.ts, and what the line does that is
// new (CONTRIBUTING.md). Nothing else lists the lines, or takes today's newest line for the last there will be.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { releasedEditions } from '../model/editions.ts';
import { packageRoot } from '../model/package-root.ts';
import { lines } from '../reference/behaviours/lines.ts';

const released = releasedEditions('node');
const ids = released.map(({ line = '' }) => line);
const [newest = ''] = ids.slice(-1);

/** The two tables of lines. The reference imports nothing, so it has its own. */
const tables = ['model/editions.ts', 'reference/behaviours/lines.ts'];

/** Records of what was run, and pages that name the first and the newest line on purpose. */
const records = ['docs/comparison.md', 'docs/comparison.json', 'package-lock.json'];
const introductions = ['README.md', 'spec/README.md'];

const { stdout: tracked } = await execa(
  'git',
  ['ls-files', '--', '*.ts', '*.tsx', '*.mjs', '*.cjs', '*.js', '*.md'],
  {
    cwd: packageRoot,
  },
);
const sources = tracked.split('\n').filter((file) => !records.includes(file));
const pages = sources.filter((file) => /^spec\/\d/.test(file));
const programs = sources.filter((file) => !file.startsWith('spec/') && !file.startsWith('test/'));

/** `file:line: text` of each match in these files. */
function placesOf(pattern: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const text = readFileSync(path.join(packageRoot, file), 'utf8');
    return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ 0: found, index }) => {
      return `${file}:${text.slice(0, index).split('\n').length}: ${found}`;
    });
  });
}

/** The end of a list of all lines: the newest three, quoted or not, with commas or `and` between them. */
const listOfLines = new RegExp(ids.slice(-3).map(nameOf).join('[^\\w.]+(?:and )?'));

/** Matches a line by itself, as an edition, or as a version of it. */
function nameOf(line: string): string {
  return `(?:\\bnode[- ]|(?<![\\w.-]))${line}(?:\\.\\d+)*(?![\\w.])`;
}

test('the reference has the lines of the model, in the same order', async (t) => {
  t.strictSame(lines, ids);
});

test('no other place lists the lines', async (t) => {
  const places = sources.filter((file) => !tables.includes(file) && !pages.includes(file));
  t.strictSame(placesOf(listOfLines, places), []);
});

test('code does not name the newest line, except for what began with it', async (t) => {
  const behaviours = (file: string) => file.startsWith('reference/');
  const named = new RegExp(`'(?:node[-@ ])?${newest}(?:\\.\\d+)*'`);
  const code = programs.filter(
    (file) => !file.endsWith('.md') && !tables.includes(file) && !behaviours(file),
  );
  t.strictSame(placesOf(named, code), []);
});

test('pages name what began with the newest line open-ended, so that it applies to the lines to come', async (t) => {
  const closed = new RegExp(`\\bnode (?:[\\d.]+ ?[-–] ?)?${newest}(?![\\d.+])`);
  const written = pages.filter((file) => !file.startsWith('spec/16-'));
  t.strictSame(placesOf(closed, written), []);
});

test('only the introductions name the range of lines, and they name the newest', async (t) => {
  const range = /\b0\.10`? (?:to|…|–) `?(?:node-)?(\d+)/;
  const documents = sources.filter((file) => file.endsWith('.md') && !pages.includes(file));
  const found = placesOf(range, documents).map((place) => [place.split(':')[0], range.exec(place)?.[1]]);
  t.strictSame(new Set(found.map(([file]) => file)), new Set(introductions));
  t.strictSame(new Set(found.map(([, last]) => last)), new Set([newest]));
});

test('a list of lines would be found', async (t) => {
  const names = ids.slice(-3);
  const [a, b, c] = names;
  for (const list of [
    `'${a}',\n  '${b}',\n  '${c}'`,
    `${a}, ${b} and ${c}`,
    names.map((id) => `node-${id}.0.1`).join(' '),
  ])
    t.match(list, listOfLines);
  for (const other of [`${a}, ${c}`, `1${a}, 1${b}, 1${c}`, `1.${a}, 1.${b}, 1.${c}`])
    t.notMatch(other, listOfLines);
});
