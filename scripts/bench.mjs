// Cases per second: modspec on the reference and on Node, the same with a process per case, and the floor:
// building and removing the same trees and requiring each entry in one bare Node process.
// Measures whole processes on the bundled cases; prints medians of several rounds. Not a test.

import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modspec = path.join(root, 'bin', 'modspec.js');
const floor = path.join(root, 'scripts', 'bench-floor.mjs');
const rounds = Number(process.argv[2] ?? 5);

const shared = { jobs: '1', edition: 'node-20' };
const run = (impl, ...more) => [
  modspec,
  'run',
  '--impl',
  impl,
  '--edition',
  shared.edition,
  '--format',
  'json',
  ...more,
];

const contestants = {
  'floor, one bare process': [floor, shared.edition],
  'reference, 1 job': run('reference', '--jobs', '1'),
  'reference, 2 jobs': run('reference', '--jobs', '2'),
  'node, 1 job': run('node', '--jobs', '1'),
  'node, 2 jobs': run('node', '--jobs', '2'),
  'node, 2 jobs, a process per case': run('node', '--jobs', '2', '--isolate'),
};

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
let cases = 0;
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(contestants)) {
    const started = performance.now();
    const output = measure(args);
    times[name].push(performance.now() - started);
    if (name === 'floor, one bare process') cases = Number(output);
  }
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
);
console.log(`${cases} cases of edition ${shared.edition}, median of ${rounds} rounds, whole processes`);
const base = median(times['floor, one bare process']);
for (const [name, all] of Object.entries(times)) {
  const ms = median(all);
  const perSecond = Math.round((cases / ms) * 1000);
  console.log(
    `${name.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms ${String(perSecond).padStart(7)} cases/s  ${(ms / base).toFixed(2).padStart(6)} × floor`,
  );
}

function measure(args) {
  try {
    return execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 28,
    });
  } catch (error) {
    // A red run is still a measured run.
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
