// The file of an adapter module, and the name and version that its package gives it.

import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { exports as mappedExports } from 'resolve.exports';
import * as z from 'zod';
import { describeKind } from '../../model/input/describe-kind.ts';
import { readJson } from '../../model/input/read-json.ts';
import { UsageError } from '../../model/usage-error.ts';

export interface AdapterFile {
  /** Absolute path of the module. */
  readonly file: string;
  /** Absolute path of the folder whose changes change the adapter. */
  readonly folder: string;
  /** The same however the path to the adapter is written. */
  readonly name: string;
  readonly version?: string;
}

/**
 * The adapter module in a file, or in a folder as a package: its `exports`, its `main`, or its index.
 * @param spec the value of `--impl`, for messages
 * @param location absolute path of what exists
 * @throws {UsageError} that says what the folder lacks
 */
export function findAdapterFile(spec: string, location: string): AdapterFile {
  const stats = statSync(location);
  if (stats.isDirectory()) return fileOfFolder(spec, location);
  if (!stats.isFile())
    throw new UsageError(
      `--impl ${spec}: expected a file or folder with an adapter module; '${location}' is ${describeKind(stats)}`,
    );
  return { file: location, folder: path.dirname(location), ...identityOfFile(location) };
}

const packageSchema = z.object({
  name: z.string().min(1).max(200).optional().catch(undefined),
  version: z.string().max(100).optional().catch(undefined),
  main: z.string().optional().catch(undefined),
  exports: z.unknown().optional(),
});
type Package = z.infer<typeof packageSchema>;

function fileOfFolder(spec: string, folder: string): AdapterFile {
  const described = readPackage(folder);
  const file =
    described?.exports === undefined
      ? indexOf(spec, folder, described?.main)
      : exportedFile(spec, folder, described);
  return { file, folder, ...identityOf(described, path.basename(folder)) };
}

/** `name` of `package.json`; it is not valid for a package of the registry, if it is absent. */
function identityOf(
  described: Package | undefined,
  otherwise: string,
): Pick<AdapterFile, 'name' | 'version'> {
  const { name = otherwise, version } = described ?? {};
  return { name, ...(version === undefined ? {} : { version }) };
}

/** The path below the nearest package, and the version of that package. */
function identityOfFile(file: string): Pick<AdapterFile, 'name' | 'version'> {
  const folder = nearestPackage(path.dirname(file));
  if (folder === undefined) return { name: path.basename(file) };
  const described = readPackage(folder);
  const { name, ...version } = identityOf(described, path.basename(folder));
  const isEntry = entryOf(folder, described) === file;
  return {
    name: isEntry ? name : [name, ...path.relative(folder, file).split(path.sep)].join('/'),
    ...version,
  };
}

function nearestPackage(folder: string): string | undefined {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : nearestPackage(parent);
}

function entryOf(folder: string, described: Package | undefined): string | undefined {
  try {
    return described?.exports === undefined
      ? findIndex(folder, described?.main)
      : exportedFile('', folder, described);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function readPackage(folder: string): Package | undefined {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? readJson(file, packageSchema, 'the package.json of an adapter') : undefined;
}

/** What the package exports as a whole, as `import` finds it. */
function exportedFile(spec: string, folder: string, { name = '.', exports }: Package): string {
  const target = mappedTarget(name, exports);
  const place = { file: path.join(folder, 'package.json') };
  if (target === undefined)
    throw new UsageError(
      `--impl ${spec}: expected 'exports' to name a module for '.'; found none for the conditions node, import and default`,
      place,
    );
  const file = path.join(folder, target);
  if (isFile(file)) return file;
  throw new UsageError(
    `--impl ${spec}: 'exports' names '${target}', which does not exist; build the package first, or name the file: --impl ${path.join(spec, 'FILE')}`,
    place,
  );
}

function mappedTarget(name: string, exports: unknown): string | undefined {
  try {
    const found = mappedExports({ name, exports: exports as Record<string, string> }, '.');
    return found?.find((target) => target.startsWith('./'));
  } catch {
    return undefined;
  }
}

const indexNames = ['index.js', 'index.mjs', 'index.cjs', 'index.ts', 'index.mts', 'index.cts'];

function indexOf(spec: string, folder: string, main: string | undefined): string {
  const found = findIndex(folder, main);
  if (found !== undefined) return found;
  const named = main === undefined ? '' : `'main' names '${main}', which does not exist, and `;
  throw new UsageError(
    `--impl ${spec}: ${named}the folder has no adapter module; expected 'exports' or 'main' in its package.json, an index.js, index.mjs, index.cjs or index.ts, or a modspec.json`,
  );
}

/** As Node looks for the main of a package, and then also for the indexes that only people expect. */
function findIndex(folder: string, main: string | undefined): string | undefined {
  const named =
    main === undefined ? [] : ['', '.js', '.json', '.node', '/index.js'].map((ending) => `${main}${ending}`);
  return [...named, ...indexNames].map((name) => path.join(folder, name)).find(isFile);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
