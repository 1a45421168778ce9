// The bundler of Bun. Node runs the bundle.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildAndImport, buildAndRun } from './run-bundle.mjs';

export function open({ folder, package: name }) {
  const binary = path.join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'bun.exe' : 'bun',
  );
  const build =
    (entry, { root, conditions }, format) =>
    async (file) => {
      const flags = ['build', '--no-install', '--target=node', `--format=${format}`, `--outfile=${file}`];
      const added = conditions.map((name) => `--conditions=${name}`);
      await promisify(execFile)(binary, [...flags, ...added, entry], { cwd: root });
    };
  return {
    run: (entry, context) => buildAndRun(build(entry, context, 'cjs')),
    importModule: (entry, context) => buildAndImport(build(entry, context, 'esm')),
  };
}
