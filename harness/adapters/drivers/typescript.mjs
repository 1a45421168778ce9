// The module resolution of TypeScript, for a CommonJS file or an ES module.

import { filesSeen } from './files-seen.mjs';
import { rejection, requireIn } from './installed.mjs';

export function open({ folder, variant }) {
  const ts = requireIn(folder)('typescript');
  const options = {
    ...(variant === 'bundler'
      ? { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.Preserve }
      : { moduleResolution: ts.ModuleResolutionKind.Node16, module: ts.ModuleKind.Node16 }),
    allowJs: true,
    resolveJsonModule: true,
    noDtsResolution: true,
    // It adds the condition `require` or `import` itself, and for Node also `node`.
    customConditions: ['node-addons', 'module-sync'],
    types: [],
  };
  const ask = (specifier, referrer, context, kind) => {
    const customConditions = [...options.customConditions, ...context.conditions];
    const seen = filesSeen(context);
    const { sep } = seen.path;
    const { resolvedModule } = ts.resolveModuleName(
      specifier,
      seen.isElsewhere ? referrer.replaceAll(sep, '/') : referrer,
      { ...options, customConditions },
      seen.isElsewhere ? hostOn(seen) : ts.sys,
      undefined,
      undefined,
      kind,
    );
    if (!resolvedModule) throw rejection('it finds no module');
    const found = resolvedModule.resolvedFileName;
    return seen.isElsewhere ? found.replaceAll('/', sep) : found;
  };
  return {
    resolve: (specifier, referrer, context) => ask(specifier, referrer, context, ts.ModuleKind.CommonJS),
    resolveImport: (specifier, referrer, context) => ask(specifier, referrer, context, ts.ModuleKind.ESNext),
  };
}

/** What TypeScript asks of a system; its paths have slashes everywhere. */
function hostOn({ fs, path }) {
  const isThere = (file, kind) => {
    try {
      return fs.statSync(file)[kind]();
    } catch {
      return false;
    }
  };
  return {
    useCaseSensitiveFileNames: false,
    getCurrentDirectory: () => path.parse(process.cwd()).root,
    fileExists: (file) => isThere(file, 'isFile'),
    directoryExists: (folder) => isThere(folder, 'isDirectory'),
    readFile: (file) => fs.readFileSync(file, 'utf8'),
    realpath: (file) => fs.realpathSync(file).replaceAll(path.sep, '/'),
  };
}
