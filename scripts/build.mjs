// Builds dist/: TypeScript through tsc, the script and style of the HTML report through esbuild, and the plain JavaScript that runs inside hosts copied byte for byte,
// because a compiler that touched it could bring in syntax that Node 0.10 does not parse.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

// Files that a removed source left behind must not ship.
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
for (const folder of ['harness', 'reference', 'reports']) {
  cpSync(path.join(root, folder), path.join(root, 'dist', folder), {
    recursive: true,
    filter: (source) => !path.extname(source) || source.endsWith('.cjs') || source.endsWith('.mjs'),
  });
}

const report = path.join(root, 'dist', 'reports', 'html');
const { metafile } = await build({
  entryPoints: {
    client: path.join(root, 'reports/html/client/main.tsx'),
    'client-style': path.join(root, 'reports/html/client/style.css'),
  },
  outdir: report,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(path.join(report, 'client.LICENSES.txt'), licences(Object.keys(metafile.inputs)));

/** The bundle holds other people's code, so their licences go with it. */
function licences(inputs) {
  const names = new Set(
    inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  return [...names]
    .sort()
    .map((name) => `${name}\n\n${readLicence(name)}`)
    .join('\n\n');
}

function readLicence(name) {
  const folder = path.join(root, 'node_modules', name);
  try {
    return readFileSync(path.join(folder, 'LICENSE'), 'utf8');
  } catch {
    const { license, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${license}, see ${repository?.url ?? repository}`;
  }
}
