// The module resolution of TypeScript, for a CommonJS file.

import { rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const ts = requireIn(folder)('typescript');
  const options = {
    moduleResolution: ts.ModuleResolutionKind.Node16,
    module: ts.ModuleKind.Node16,
    allowJs: true,
    resolveJsonModule: true,
    noDtsResolution: true,
    // It adds the conditions `node` and `require` itself.
    customConditions: ['node-addons', 'module-sync'],
    types: [],
  };
  return {
    resolve(specifier, referrer) {
      const { resolvedModule } = ts.resolveModuleName(
        specifier,
        referrer,
        options,
        ts.sys,
        undefined,
        undefined,
        ts.ModuleKind.CommonJS,
      );
      if (!resolvedModule) throw rejection('it finds no module');
      return resolvedModule.resolvedFileName;
    },
  };
}
