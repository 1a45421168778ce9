// The module resolution of TypeScript, for a CommonJS file or an ES module.

import { rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const ts = requireIn(folder)('typescript');
  const options = {
    moduleResolution: ts.ModuleResolutionKind.Node16,
    module: ts.ModuleKind.Node16,
    allowJs: true,
    resolveJsonModule: true,
    noDtsResolution: true,
    // It adds the conditions `node`, and `require` or `import`, itself.
    customConditions: ['node-addons', 'module-sync'],
    types: [],
  };
  const ask = (specifier, referrer, kind) => {
    const { resolvedModule } = ts.resolveModuleName(
      specifier,
      referrer,
      options,
      ts.sys,
      undefined,
      undefined,
      kind,
    );
    if (!resolvedModule) throw rejection('it finds no module');
    return resolvedModule.resolvedFileName;
  };
  return {
    resolve: (specifier, referrer) => ask(specifier, referrer, ts.ModuleKind.CommonJS),
    resolveImport: (specifier, referrer) => ask(specifier, referrer, ts.ModuleKind.ESNext),
  };
}
