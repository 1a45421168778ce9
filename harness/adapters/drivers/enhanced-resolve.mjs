// The resolver of webpack.

import fs from 'node:fs';
import path from 'node:path';
import { conditions, extensions, rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const { CachedInputFileSystem, ResolverFactory } = requireIn(folder)('enhanced-resolve');
  return {
    resolve(specifier, referrer) {
      const resolver = ResolverFactory.createResolver({
        fileSystem: new CachedInputFileSystem(fs, 0),
        useSyncFileSystemCalls: true,
        extensions,
        conditionNames: conditions,
        mainFields: ['main'],
      });
      const found = resolver.resolveSync({}, path.dirname(referrer), specifier);
      if (found === false) throw rejection('it resolves to nothing, as configured');
      // Results are identifiers of webpack, in which a zero byte escapes the character #.
      return found.replaceAll('\0', '');
    },
  };
}
