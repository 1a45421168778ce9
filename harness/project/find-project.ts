// Finds and reads the project file: `modspec.config.*`, or `modspec` in a package.json, in this folder or one above it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { closestIssue, explainIssues, placeOf } from '../../model/input/closest-issue.ts';
import { readJson } from '../../model/input/read-json.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type ProjectFile, projectSchema } from './project-schema.ts';

/** A project file with absolute paths in the place of relative ones. */
export interface Project extends ProjectFile {
  /** The file that it was read from. */
  readonly file: string;
}

/** The names of project files, in the order in which they are looked for in a folder. */
export const projectFileNames = [
  'modspec.config.js',
  'modspec.config.mjs',
  'modspec.config.cjs',
  'modspec.config.ts',
  'modspec.config.mts',
  'modspec.config.json',
] as const;

/**
 * The project file of a folder: the nearest one, up to the root of the repository.
 * @param from absolute path of the folder
 * @returns its path; undefined if there is none
 */
export function findProjectFile(from: string): string | undefined {
  const named = projectFileNames.map((name) => path.join(from, name)).find((file) => existsSync(file));
  if (named !== undefined) return named;
  const packageFile = path.join(from, 'package.json');
  if (existsSync(packageFile) && hasProject(packageFile)) return packageFile;
  const parent = path.dirname(from);
  return parent === from || existsSync(path.join(from, '.git')) ? undefined : findProjectFile(parent);
}

/** A run that does not need a package.json goes on when it is broken. */
function hasProject(file: string): boolean {
  try {
    return 'modspec' in JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Reads a project file.
 * @throws {UsageError} with file, and line where it is known, if it can't be read or does not match the schema
 */
export async function readProject(file: string): Promise<Project> {
  const written = await readWritten(file);
  const folder = path.dirname(path.resolve(file));
  const { implementations, baseline, spec, formats } = written;
  return {
    ...written,
    ...(implementations && { implementations: implementations.map((one) => inFolder(folder, one)) }),
    ...(baseline !== undefined && { baseline: fromHere(folder, baseline) }),
    ...(spec !== undefined && { spec: fromHere(folder, spec) }),
    ...(formats && { formats: formats.map((one) => formatIn(folder, one)) }),
    file,
  };
}

async function readWritten(file: string): Promise<ProjectFile> {
  if (path.basename(file) === 'package.json') return readJson(file, inPackage, 'a project file').modspec;
  if (path.extname(file) === '.json') return readJson(file, projectSchema, 'a project file');
  return checkModule(file, await importModule(file));
}

const inPackage = z.object({ modspec: projectSchema });

async function importModule(file: string): Promise<unknown> {
  try {
    const { default: exported } = await import(pathToFileURL(path.resolve(file)).href);
    return exported;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const advice =
      code === 'ERR_UNKNOWN_FILE_EXTENSION' || code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
        ? `; Node ${process.versions.node} does not load this TypeScript: write modspec.config.mjs or modspec.config.json`
        : '';
    throw new UsageError(`cannot load the project file: ${message}${advice}`, { file });
  }
}

function checkModule(file: string, value: unknown): ProjectFile {
  if (value === undefined)
    throw new UsageError('expected the project as the default export; found no default export', { file });
  const parsed = projectSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const key = placeOf(closestIssue(issues)).findLast((one) => typeof one === 'string');
  const line = key === undefined ? undefined : lineOfKey(readFileSync(file, 'utf8'), key);
  throw new UsageError(
    `expected a project file; found a mistake: ${explainIssues(issues, { schema: projectSchema, value })}`,
    { file, ...(line === undefined ? {} : { line }) },
  );
}

/** The first line that seems to define the key; a program may define it anywhere. */
function lineOfKey(text: string, key: string): number | undefined {
  const isKey = (line: string) => line.match(/[\w$-]+(?=['"]?\s*[:,}])/g)?.includes(key) === true;
  const at = text.split('\n').findIndex(isKey);
  return at < 0 ? undefined : at + 1;
}

/** A value of `--impl` that is a path, as it is written from the working folder. A name without a slash is never one. */
function inFolder(folder: string, implementation: string): string {
  if (implementation.startsWith('node:')) return `node:${fromHere(folder, implementation.slice(5))}`;
  const isPath =
    /^\.{1,2}(?:[\\/]|$)/.test(implementation) ||
    (/[\\/]/.test(implementation) && existsSync(path.resolve(folder, implementation)));
  return isPath ? `./${fromHere(folder, implementation)}`.replace(/^\.\/(?=\.\.?\/|\/)/, '') : implementation;
}

function formatIn(folder: string, format: string): string {
  const [name = '', ...file] = format.split('=');
  return file.length === 0 ? name : `${name}=${fromHere(folder, file.join('='))}`;
}

/** A path that is relative to the folder of the file, relative to the working folder. */
function fromHere(folder: string, file: string): string {
  return path.relative(process.cwd(), path.resolve(folder, file)).split(path.sep).join('/') || '.';
}
