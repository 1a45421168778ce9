// The resolver of webpack.

import { promisify } from 'node:util';
import { filesSeen } from './files-seen.mjs';
import { conditions, extensions, importConditions, rejection, requireIn } from './installed.mjs';

export function open({ folder, variant }) {
  const { CachedInputFileSystem, ResolverFactory } = requireIn(folder)('enhanced-resolve');
  const isAsync = variant === 'async';
  const ask = async (specifier, referrer, context, options) => {
    const { fs, path } = filesSeen(context);
    const resolver = ResolverFactory.createResolver({
      fileSystem: new CachedInputFileSystem(fs, 0),
      useSyncFileSystemCalls: !isAsync,
      mainFields: ['main'],
      ...options,
    });
    const from = path.dirname(referrer);
    const found = isAsync
      ? await promisify(resolver.resolve.bind(resolver))({}, from, specifier, {})
      : resolver.resolveSync({}, from, specifier);
    if (found === false) throw rejection('it resolves to nothing, as configured');
    // Results are identifiers of webpack, in which a zero byte escapes the character #.
    return found.replaceAll('\0', '');
  };
  const conditionNames = variant === 'default' ? ['node'] : conditions;
  return {
    resolve: (specifier, referrer, context) =>
      ask(specifier, referrer, context, {
        extensions,
        conditionNames: [...conditionNames, ...context.conditions],
      }),
    resolveImport: (specifier, referrer, context) =>
      ask(specifier, referrer, context, {
        extensions,
        conditionNames: [...importConditions, ...context.conditions],
        fullySpecified: true,
      }),
  };
}
