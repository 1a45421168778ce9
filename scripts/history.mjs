// Writes docs/history: how each of these implementations changed from version to version. Options: names, of which only these are
// asked; --minutes N for each; --redraw, which asks none and writes the table and the picture of all again. What an earlier command asked is kept in out/history, so a command that was broken off goes on.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { renderTrend } from '../build/reports/history/trend-svg.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const published = path.join(root, 'docs', 'history');

/** From which version on; older ones lack the interface that is asked, or are long out of use. */
const histories = {
  node: { versions: 'major', from: '0.10.0' },
  bun: { from: '1.1.0' },
  deno: { from: '2.0.0' },
  resolve: { from: '1.0.0' },
  'enhanced-resolve': { from: '5.0.0' },
  'oxc-resolver': { from: '5.0.0' },
  'jest-resolve': { from: '28.0.0' },
  'metro-resolver': { from: '0.79.0' },
  'unrs-resolver': { from: '1.0.0' },
  exsolve: { from: '1.0.0' },
  mlly: { from: '1.0.0' },
  typescript: { from: '5.0.0', to: '6.0.99' },
  jiti: { from: '1.19.0' },
  esbuild: { from: '0.17.0' },
  rollup: { from: '4.40.0' },
  webpack: { from: '5.90.0' },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '15' }, redraw: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !(name in histories));
if (unknown !== undefined) {
  process.stderr.write(
    `unknown history '${unknown}'; expected some of ${Object.keys(histories).join(', ')}\n`,
  );
  process.exit(2);
}

mkdirSync(published, { recursive: true });
const named = positionals.length > 0 ? positionals : Object.keys(histories);
for (const name of values.redraw ? [] : named) ask(name);
const all = readAll();
writeFileSync(path.join(published, 'trend.svg'), renderTrend(all));
writeFileSync(path.join(published, 'README.md'), contents(all));

function ask(name) {
  const { versions = 'minor', from, to } = histories[name];
  const out = path.join(root, 'out', 'history', name);
  const range = ['--from', from, ...(to === undefined ? [] : ['--to', to])];
  const rest = ['--versions', versions, ...range, '--minutes', values.minutes, '--out', out];
  const command = [path.join(root, 'bin', 'modspec.js'), 'history', '--impl', name, ...rest];
  // It ends with 1 if versions are left.
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
  for (const extension of ['json', 'md'])
    copyFileSync(path.join(out, `history.${extension}`), path.join(published, `${name}.${extension}`));
}

/** All histories that are there, by name. */
function readAll() {
  return readdirSync(published)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(path.join(published, file), 'utf8')));
}

function contents(all) {
  return [
    '# Implementations over their versions',
    '',
    'Each page says which rules an implementation keeps in which of its versions, and which cases a newer version fails that an older one passed.',
    'The JSON beside it has the same for each case; its schema is [history.schema.json](../../schemas/history.schema.json). All versions are judged by one',
    'edition. `npm run history -- NAME` asks again; an interrupted command goes on where it was.',
    '',
    '![The share of cases that the versions of each implementation pass](trend.svg)',
    '',
    '`modspec report` and `modspec site` show the same for each case, beside the runs of today: `npx modspec report RUN.json docs/history/*.json --out report.html`.',
    '',
    '| implementation | versions | edition | asked | passed by the oldest | passed by the newest | regressions that last |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(row),
    '',
  ].join('\n');
}

function row({ implementation: { name }, versions, edition, seen, regressions }) {
  const [oldest, newest] = [versions[0], versions.at(-1)];
  const share = ({ version, pass, asked }) => `${version}: ${pass} of ${asked}`;
  const lasting = regressions.filter(({ mended }) => mended === undefined).length;
  return `| [${name}](${name}.md) | ${versions.length} | ${edition} | ${seen} | ${share(oldest)} | ${share(newest)} | ${lasting} |`;
}
