// The resolver of Metro, with the file system instead of Metro's map of files.

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { conditions, extensions, rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const metro = requireIn(folder)('metro-resolver');
  return {
    resolve(specifier, referrer, context) {
      const asked = {
        ...fixed,
        unstable_conditionNames: [...conditions, ...context.conditions],
        originModulePath: referrer,
      };
      const found = metro.resolve(asked, specifier, null);
      if (found.type !== 'sourceFile')
        throw rejection(`it resolves to the type '${found.type}' instead of a file`);
      return found.filePath;
    },
  };
}

/** The options that Metro's bundler fills in, set as for Node. */
const fixed = {
  allowHaste: false,
  assetExts: new Set(),
  customResolverOptions: {},
  dev: false,
  disableHierarchicalLookup: false,
  doesFileExist: (file) => lookUp(file).type === 'f',
  extraNodeModules: null,
  fileSystemLookup: lookUp,
  getPackage: readManifest,
  getPackageForModule: nearestPackage,
  isESMImport: false,
  mainFields: ['main'],
  nodeModulesPaths: [],
  preferNativePlatform: false,
  redirectModulePath: (file) => file,
  resolveAsset: () => null,
  resolveHasteModule: () => undefined,
  resolveHastePackage: () => undefined,
  sourceExts: extensions.map((extension) => extension.slice(1)),
  unstable_conditionsByPlatform: {},
  unstable_enablePackageExports: true,
  unstable_incrementalResolution: false,
  unstable_logWarning: () => undefined,
};

function lookUp(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return { exists: false };
  return { exists: true, type: found.isDirectory() ? 'd' : 'f', realPath: realpathSync(file) };
}

function readManifest(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function nearestPackage(file, folder = file) {
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest)) {
    return {
      rootPath: folder,
      packageJson: readManifest(manifest),
      packageRelativePath: path.relative(folder, file),
    };
  }
  const above = path.dirname(folder);
  return path.basename(folder) === 'node_modules' || above === folder ? null : nearestPackage(file, above);
}
