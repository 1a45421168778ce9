// The bundler of Bun. Node runs the bundle.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildAndRun } from './run-bundle.mjs';

export function open({ folder, package: name }) {
  const binary = path.join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'bun.exe' : 'bun',
  );
  return {
    run: (entry, { root }) =>
      buildAndRun(async (file) => {
        const flags = ['build', '--no-install', '--target=node', '--format=cjs', `--outfile=${file}`];
        await promisify(execFile)(binary, [...flags, entry], { cwd: root });
      }),
  };
}
