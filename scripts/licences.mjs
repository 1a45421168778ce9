// A bundle holds other people's code, so their licences go with it.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licences of the packages whose files are in these bundles.
 * @param modules the folder `node_modules`
 * @param metafiles of esbuild
 */
export function licences(modules, metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const names = new Set(
    inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  return [...names]
    .sort()
    .map((name) => `${name}\n\n${readLicence(path.join(modules, name))}`)
    .join('\n\n');
}

function readLicence(folder) {
  try {
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return readFileSync(path.join(folder, file ?? 'LICENSE'), 'utf8');
  } catch {
    const { license, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${license}, see ${repository?.url ?? repository}`;
  }
}
