// The reference compiled for this purpose alone, with maps back to its TypeScript.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import path from 'node:path';
import { type Comment, type Program, parse } from 'acorn';
import { packageRoot } from '../../model/package-root.ts';

/** One compiled file of the reference. */
export interface CompiledFile {
  /** Its name below `reference/`, without an extension and with forward slashes. */
  readonly name: string;
  readonly text: string;
  readonly program: Program;
  /** The line of the TypeScript file for a position in the compiled text. */
  readonly lineOf: (position: number) => number;
  /** The label of the step whose comment is the last one above a position in the same function. */
  readonly stepAt: (position: number, functionStart: number) => string | undefined;
}

/** Compiles the reference, and what serves it to hosts, into a new folder. */
export function compileReference(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const require = createRequire(import.meta.url);
  const compiler = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const project = path.join(packageRoot, 'tsconfig.build.json');
  const options = ['--outDir', folder, '--sourceMap', '--declaration', 'false'];
  // Under tap every Node would load tap's own hooks, which this compiler does not bear.
  const words = ['-u', 'NODE_OPTIONS', process.execPath, compiler, '-p', project, ...options];
  execFileSync('env', words, { stdio: 'inherit' });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
}

/** A copy of a compiled reference with what its hosts need. */
export function copyReference(from: string, to: string): void {
  if (!existsSync(path.join(to, 'node_modules'))) {
    mkdirSync(to, { recursive: true });
    symlinkSync(path.join(packageRoot, 'node_modules'), path.join(to, 'node_modules'));
  }
  for (const part of [
    'package.json',
    'reference',
    'harness/adapters/reference-loader.js',
    'harness/adapters/reference-server.js',
  ]) {
    cpSync(path.join(from, part), path.join(to, part), { recursive: true });
  }
}

export function fileIn(folder: string, name: string): string {
  return path.join(folder, 'reference', `${name}.js`);
}

/** The files that do something, in alphabetical order. */
export function readCompiled(folder: string): CompiledFile[] {
  const names = readdirSync(path.join(folder, 'reference'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.slice(0, -'.js'.length).split(path.sep).join('/'))
    .sort()
    .map((name) => readFile(folder, name));
}

function readFile(folder: string, name: string): CompiledFile {
  const file = fileIn(folder, name);
  const text = readFileSync(file, 'utf8');
  const comments: Comment[] = [];
  const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module', onComment: comments });
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const steps = comments
    .map(({ value, start }) => ({ label: value.trim(), start }))
    .filter(({ label }) => /^[A-Z_]+ \d[\w.]*$/.test(label));
  return {
    name,
    text,
    program,
    lineOf: (position) => originalLine(map, text, position),
    stepAt: (position, functionStart) =>
      steps.findLast(({ start }) => start < position && start >= functionStart)?.label,
  };
}

function originalLine(map: SourceMap, text: string, position: number): number {
  const before = text.slice(0, position).split('\n');
  const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
  return 'originalLine' in entry ? entry.originalLine + 1 : 1;
}
