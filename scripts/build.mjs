// Builds dist/, which is what the package ships: bundles, the script and style of the HTML report, and the plain JavaScript
// that runs inside hosts copied byte for byte, because a compiler that touched it could bring in syntax that Node 0.10 does
// not parse. And build/, which is all TypeScript module by module, for the scripts of this folder.

import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { bundleCommandLine, bundlePrograms } from './bundle.mjs';
import { writeDeclarations } from './declarations.mjs';
import { libraries, reference } from './entry-points.mjs';
import { licences } from './licences.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const modules = path.join(root, 'build');
const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

// Files that a removed source left behind must not ship.
for (const folder of [dist, modules]) rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
for (const folder of [dist, modules]) copyHostScripts(folder);

const bundled = [...(await bundleCommandLine(root, dist)), ...(await bundlePrograms(root, dist))];
writeLicences(path.join(dist, 'bin', 'LICENSES.txt'), bundled);

const report = path.join(dist, 'reports', 'html');
const client = await build({
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
writeLicences(path.join(report, 'client.LICENSES.txt'), [client.metafile]);
await build({
  entryPoints: [path.join(root, 'reports/site/style.css')],
  outdir: path.join(root, 'dist', 'reports', 'site'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
});

await sealCases();
await keepRegister();
const types = path.join(dist, 'types');
await writeDeclarations(modules, types, declarationsOf(libraries), 'library.d.ts');
await writeDeclarations(modules, types, declarationsOf({ reference }), 'reference-parts.d.ts');

function declarationsOf(entries) {
  return Object.fromEntries(
    Object.entries(entries).map(([name, module]) => [`${name}.d.ts`, `${module}.d.ts`]),
  );
}

function copyHostScripts(target) {
  cpSync(path.join(root, 'harness'), path.join(target, 'harness'), {
    recursive: true,
    // Drivers run on the Node that runs modspec, and are bundled.
    filter: (source) =>
      !path.extname(source) || (/\.[cm]js$/.test(source) && !/drivers[\\/][\w-]+\.mjs$/.test(source)),
  });
}

function writeLicences(file, metafiles) {
  writeFileSync(file, licences(path.join(root, 'node_modules'), metafiles));
}

/** Notes which case files are as the schema says, so that nobody need check them again at every start. */
async function sealCases() {
  const { sealFile, sealOf } = await import('../build/suite/cases/read-cases.js');
  const { pageCasesSchema } = await import('../build/model/case.js');
  const folder = path.join(root, 'cases');
  const seals = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'schema.json')
    .flatMap((name) => {
      const content = readFileSync(path.join(folder, name), 'utf8');
      const parsed = JSON.parse(content);
      // Files of an older schema stay without a seal: `modspec generate`, which needs this build, mends them.
      const matches = isDeepStrictEqual(pageCasesSchema.safeParse(parsed).data, parsed);
      return matches ? [[name, sealOf(content, parsed)]] : [];
    });
  writeFileSync(sealFile, JSON.stringify(Object.fromEntries(seals)));
}

/** Stores the register of former ids as JSON, so that no run need parse YAML. */
async function keepRegister() {
  const { builtRegisterFile, writtenRegister } = await import('../build/suite/identity/built-register.js');
  const { readIdRegister } = await import('../build/suite/identity/read-id-register.js');
  writeFileSync(builtRegisterFile, writtenRegister(readIdRegister(path.join(root, 'spec'))));
}
