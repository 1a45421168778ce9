// Which modules an app has: the entries of its `node_modules`, or the names that its `package.json` lists.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploydBehaviours } from './behaviours.ts';

/** Names below `node_modules`, in the order in which they are loaded; undefined when the start never goes on. */
export function listModules(app: string, behaviours: DeploydBehaviours): readonly string[] | undefined {
  const manifest = join(app, 'package.json');
  const names =
    behaviours.packageLists.length > 0 && existsSync(manifest)
      ? namesOfPackage(JSON.parse(readFileSync(manifest, 'utf8')), behaviours)
      : namesOfFolder(join(app, 'node_modules'), behaviours);
  if (names === 'nothing there') return [];
  return names.length === 0 && behaviours.startWithoutModule === 'never ends' ? undefined : names;
}

/** The entries of the folder that count, byte by byte in order. */
function namesOfFolder(folder: string, { folderEntry }: DeploydBehaviours): string[] | 'nothing there' {
  const entries = listEntries(folder).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  if (entries.length === 0) return 'nothing there';
  return entries.filter((name) =>
    folderEntry === 'counts by its name' ? passesFilter(name) : isModule(folder, name),
  );
}

function listEntries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** No dot, or the first `.js` at the end; two characters without `.js` pass because -1 is 2 - 3. */
function passesFilter(name: string): boolean {
  return name.indexOf('.js') === name.length - 3 || !name.includes('.');
}

/** What the text can mean by a module: a file of JavaScript, a package, or a folder with an index. */
function isModule(folder: string, name: string): boolean {
  const path = join(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return name.endsWith('.js');
  return ['package.json', 'index.js'].some((file) => existsSync(join(path, file)));
}

interface AppPackage {
  readonly dependencies?: object | null;
  readonly devDependencies?: object | null;
  readonly dpdInclude?: unknown;
  readonly dpdIgnore?: string | readonly string[];
}

function namesOfPackage(manifest: AppPackage, behaviours: DeploydBehaviours): string[] {
  const lists = behaviours.packageLists.map((list) => manifest[list]);
  if (!lists.some(Boolean)) return [];
  const listed = [...new Set(lists.flatMap((list) => Object.keys(list ?? {})))];
  if (behaviours.includeAndIgnore === 'are ignored') return listed;
  const ignored = manifest.dpdIgnore ?? [];
  return (includedNames(manifest.dpdInclude) ?? listed).filter((name) => !ignored.includes(name));
}

/** Undefined for an absent or empty list. */
function includedNames(include: unknown): string[] | undefined {
  if (Array.isArray(include)) return include.length > 0 ? include : undefined;
  if (typeof include === 'string' && include !== '') throw new TypeError('dpdInclude must be a list');
  return undefined;
}
