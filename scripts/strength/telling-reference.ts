// A reference that notes which of its places each case reaches.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CompiledFile, copyReference, fileIn } from './compiled-reference.ts';
import { type Site, tellingText } from './seed-faults.ts';

/** Makes one out of a compiled reference. Its notes go to files in the folder `log`. */
export function makeTellingReference(
  compiled: string,
  folder: string,
  log: string,
  files: readonly CompiledFile[],
  sites: readonly Site[],
): void {
  copyReference(compiled, folder);
  writeFileSync(path.join(folder, 'reference', 'reach.js'), teller(log));
  for (const file of files) {
    writeFileSync(fileIn(folder, file.name), importing(file.name) + watching(tellingText(file, sites)));
  }
}

function importing(name: string): string {
  const up = '../'.repeat(name.split('/').length - 1) || './';
  return `import { reach as __reach, test as __test, watch as __watch } from '${up}reach.js';\n`;
}

/** What `behavioursOf` returns notes which of its entries are read. */
function watching(text: string): string {
  return text.replace(
    /(export function \w*[bB]ehavioursOf\([\s\S]*?return )(found|behaviours);/,
    '$1__watch($2);',
  );
}

/** Written when the running code yields, and when a process ends. Servers write at once, because they are killed. */
function teller(log: string): string {
  return `
import { writeSync, openSync } from 'node:fs';
const file = openSync(${JSON.stringify(log)} + '/' + process.pid + '-' + process.hrtime.bigint() + '.txt', 'a');
const isServer = process.env.MODSPEC_PORT !== undefined;
const { cwd } = process;
const { queueMicrotask: soon } = globalThis;
let folder;
let seen = new Set();
let untold = [];
function flush() {
  if (untold.length > 0) writeSync(file, JSON.stringify([folder, untold]) + '\\n');
  untold = [];
}
process.on('exit', flush);
export function reach(id) {
  const now = cwd.call(process);
  if (now !== folder) {
    flush();
    folder = now;
    seen = new Set();
  }
  if (seen.has(id)) return;
  seen.add(id);
  if (untold.push(id) > 1) return;
  if (isServer) flush();
  else soon(flush);
}
export function test(index, value) {
  reach(index + (value ? '+' : '-'));
  return value;
}
export function watch(behaviours) {
  return new Proxy(behaviours, { get(target, key) { reach(String(key)); return target[key]; } });
}
`;
}

/** By folder of the case, what was noted of sites, and the names of the behaviours that were read. */
export function readTold(files: readonly string[]): Map<string, Set<string>> {
  const told = new Map<string, Set<string>>();
  for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
    if (line === '') continue;
    const [folder, places]: [string, string[]] = JSON.parse(line);
    const known = told.get(folder) ?? new Set();
    for (const place of places) known.add(place);
    told.set(folder, known);
  }
  return told;
}
