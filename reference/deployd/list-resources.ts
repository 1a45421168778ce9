// Which resources an app has: folders below `resources/` with a `config.json`.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploydBehaviours } from './behaviours.ts';

/** A resource before its type is known. */
export interface ResourceFolder {
  /** Its path below `resources`, without a slash before it. */
  readonly name: string;
  readonly folder: string;
  readonly config: { readonly type?: unknown };
}

/** @throws when a folder that is required is missing, or a `config.json` is missing or not JSON. */
export function listResources(app: string, behaviours: DeploydBehaviours): ResourceFolder[] {
  const top = join(app, 'resources');
  if (!existsSync(top)) {
    if (behaviours.appWithoutResourcesFolder === 'has no resources') return [];
    throw new Error('there is no folder resources');
  }
  const anywhere = behaviours.resourceFolders === 'are all folders with a config.json';
  return foldersIn(top, '', anywhere)
    .filter((name) => !anywhere || hasConfig(top, name))
    .map((name) => ({ name, folder: join(top, name), config: readConfig(top, name) }));
}

/** Names of folders, relative to `top`, with a slash between them. */
function foldersIn(top: string, above: string, nested: boolean): string[] {
  return readdirSync(join(top, above))
    .map((entry) => (above === '' ? entry : `${above}/${entry}`))
    .filter((name) => statSync(join(top, name), { throwIfNoEntry: false })?.isDirectory())
    .flatMap((name) => [name, ...(nested ? foldersIn(top, name, nested) : [])]);
}

function hasConfig(top: string, name: string): boolean {
  return existsSync(join(top, name, 'config.json'));
}

function readConfig(top: string, name: string): ResourceFolder['config'] {
  return JSON.parse(readFileSync(join(top, name, 'config.json'), 'utf8'));
}
