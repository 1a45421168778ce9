// The resolver of Jest, without its runtime.

import path from 'node:path';
import { conditions, extensions, requireIn } from './installed.mjs';

const noModules = {
  getModule: () => undefined,
  getPackage: () => undefined,
  getMockModule: () => undefined,
  getMockPath: () => undefined,
};

export function open({ folder, variant }) {
  const found = requireIn(folder)('jest-resolve');
  // Below 27 the package itself is the class.
  const Resolver = found.default ?? found;
  const method = variant === 'async' ? 'resolveModuleAsync' : 'resolveModule';
  return {
    resolve(specifier, referrer, context) {
      Resolver.clearDefaultResolverCache();
      const resolver = new Resolver(noModules, {
        extensions,
        hasCoreModules: true,
        moduleDirectories: ['node_modules'],
        modulePaths: [],
        rootDir: path.dirname(referrer),
        moduleNameMapper: null,
        resolver: null,
        platforms: [],
      });
      if (resolver.isCoreModule(specifier)) return specifier;
      return resolver[method](referrer, specifier, {
        conditions: [...conditions, ...context.conditions, 'default'],
      });
    },
  };
}
