// oxc-resolver and its relatives, which share one interface. The parameter `package` names one.

import path from 'node:path';
import { conditions, extensions, importConditions, rejection, requireIn } from './installed.mjs';

export function open({ folder, package: name, variant }) {
  const { ResolverFactory } = requireIn(folder)(name);
  const method = variant === 'async' ? 'async' : 'sync';
  const ask = async (specifier, referrer, options) => {
    const factory = new ResolverFactory({ mainFields: ['main'], builtinModules: true, ...options });
    return readResult(await factory[method](path.dirname(referrer), specifier));
  };
  return {
    resolve: (specifier, referrer, context) =>
      ask(specifier, referrer, { extensions, conditionNames: [...conditions, ...context.conditions] }),
    resolveImport: (specifier, referrer, context) =>
      ask(specifier, referrer, {
        extensions,
        conditionNames: [...importConditions, ...context.conditions],
        fullySpecified: true,
      }),
  };
}

/** Some versions report a core module in a field, others in an error. */
function readResult({ path: found, builtin, error }) {
  if (builtin) return builtin.resolved;
  const [, core] = /builtin module:? [`'"]*([\w/:]+)/i.exec(error ?? '') ?? [];
  if (core) return core;
  if (error) throw rejection(error);
  return found;
}
