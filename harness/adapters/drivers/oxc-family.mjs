// oxc-resolver and its relatives, which share one interface. The parameter `package` names one.

import path from 'node:path';
import { conditions, extensions, rejection, requireIn } from './installed.mjs';

export function open({ folder, package: name }) {
  const { ResolverFactory } = requireIn(folder)(name);
  return {
    resolve(specifier, referrer) {
      const factory = new ResolverFactory({
        extensions,
        conditionNames: conditions,
        mainFields: ['main'],
        builtinModules: true,
      });
      return readResult(factory.sync(path.dirname(referrer), specifier));
    },
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
