// From folders and types to resources: an instance each, and the wait for their `load`.

import type { DeploydBehaviours } from './behaviours.ts';
import { EmptyCollection } from './empty-collection.ts';
import type { ResourceFolder } from './list-resources.ts';
import type { Resource, ResourceTypes } from './types.ts';

/**
 * Makes an instance of each folder's type, and settles when all have loaded; never, if one never calls back.
 * @throws when a type is unknown, a constructor throws or a `load` fails.
 */
export async function makeResources(
  folders: readonly ResourceFolder[],
  ownTypes: ResourceTypes,
  server: { readonly db: unknown },
  behaviours: DeploydBehaviours,
): Promise<Resource[]> {
  const types: ResourceTypes = new Map([...builtInTypes(), ...ownTypes]);
  const resources = folders.map((folder) => instantiate(folder, types, server));
  await Promise.all(resources.map(loaded));
  if (behaviours.selfHost === 'is ignored') return resources;
  const hosted = [...types.values()].flatMap(
    (type) => type.selfHost?.({ config: { resources }, server }) ?? [],
  );
  await Promise.all(hosted.map(loaded));
  return [...resources, ...hosted];
}

/** Types that apps name without a module for them. There is no database here, so they hold nothing. */
function builtInTypes(): ResourceTypes {
  return new Map([
    ['Collection', EmptyCollection],
    ['UserCollection', EmptyCollection],
  ]);
}

function instantiate(
  { name, folder, config }: ResourceFolder,
  types: ResourceTypes,
  server: { readonly db: unknown },
): Resource {
  const Type = types.get(String(config.type));
  if (!Type) throw new Error(`there is no type '${config.type}' for the resource ${name}`);
  return new Type(name, { config, server, db: server.db, configPath: folder });
}

function loaded(resource: Resource): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!resource.load) resolve();
    else resource.load((error) => (error ? reject(error) : resolve()));
  });
}
