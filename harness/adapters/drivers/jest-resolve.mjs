// The resolver of Jest, without its runtime.

import path from 'node:path';
import { conditions, extensions, requireIn } from './installed.mjs';

const noModules = {
  getModule: () => undefined,
  getPackage: () => undefined,
  getMockModule: () => undefined,
  getMockPath: () => undefined,
};

export function open({ folder }) {
  const { default: Resolver } = requireIn(folder)('jest-resolve');
  return {
    resolve(specifier, referrer) {
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
      return resolver.resolveModule(referrer, specifier, { conditions: [...conditions, 'default'] });
    },
  };
}
