// The resolver of webpack.

import fs from 'node:fs';
import path from 'node:path';
import { conditions, extensions, importConditions, rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const { CachedInputFileSystem, ResolverFactory } = requireIn(folder)('enhanced-resolve');
  const ask = (specifier, referrer, options) => {
    const resolver = ResolverFactory.createResolver({
      fileSystem: new CachedInputFileSystem(fs, 0),
      useSyncFileSystemCalls: true,
      mainFields: ['main'],
      ...options,
    });
    const found = resolver.resolveSync({}, path.dirname(referrer), specifier);
    if (found === false) throw rejection('it resolves to nothing, as configured');
    // Results are identifiers of webpack, in which a zero byte escapes the character #.
    return found.replaceAll('\0', '');
  };
  return {
    resolve: (specifier, referrer) => ask(specifier, referrer, { extensions, conditionNames: conditions }),
    resolveImport: (specifier, referrer) =>
      ask(specifier, referrer, { extensions, conditionNames: importConditions, fullySpecified: true }),
  };
}
