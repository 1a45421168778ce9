// The resolver of webpack.

import { filesSeen } from './files-seen.mjs';
import { conditions, extensions, importConditions, rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const { CachedInputFileSystem, ResolverFactory } = requireIn(folder)('enhanced-resolve');
  const ask = (specifier, referrer, context, options) => {
    const { fs, path } = filesSeen(context);
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
    resolve: (specifier, referrer, context) =>
      ask(specifier, referrer, context, { extensions, conditionNames: conditions }),
    resolveImport: (specifier, referrer, context) =>
      ask(specifier, referrer, context, {
        extensions,
        conditionNames: importConditions,
        fullySpecified: true,
      }),
  };
}
