// Builds dist/: TypeScript through tsc; the command line again through esbuild, in few files, because a Node that reads
// three hundred of them takes longer to start than a case to run; the script and style of the HTML report; and the plain
// JavaScript that runs inside hosts copied byte for byte, because a compiler that touched it could bring in syntax that
// Node 0.10 does not parse.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { writeDeclarations } from './declarations.mjs';
import { mergeChunks } from './merge-chunks.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

// Files that a removed source left behind must not ship.
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
for (const folder of ['model', 'suite', 'harness', 'reference', 'analysis', 'reports', 'api', 'cli']) {
  cpSync(path.join(root, folder), path.join(root, 'dist', folder), {
    recursive: true,
    filter: (source) => !path.extname(source) || source.endsWith('.cjs') || source.endsWith('.mjs'),
  });
}

const requireLine =
  "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);";
const node = {
  bundle: true,
  // Less text is parsed at every start; names stay for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  // Packages written in CommonJS require Node's modules.
  banner: { js: requireLine },
  plugins: [{ name: 'plain process', setup: keepProcessPlain }],
  // Its entry point hides from bundlers what it requires.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  metafile: true,
  logLevel: 'warning',
};
const commands = path.join(root, 'dist', 'bin');
const commandLine = await build({
  ...node,
  entryPoints: {
    main: path.join(root, 'cli/main.ts'),
    index: path.join(root, 'api/index.ts'),
    test: path.join(root, 'api/conformance/test.ts'),
  },
  outdir: commands,
  splitting: true,
});
// Every host of the reference starts with this file.
const loader = await build({
  ...node,
  entryPoints: [path.join(root, 'harness/adapters/reference-loader.ts')],
  outfile: path.join(root, 'dist/harness/adapters/reference-loader.js'),
  allowOverwrite: true,
});
// Runners that load tests as CommonJS cannot import ES modules.
const forRequire = await build({
  ...node,
  format: 'cjs',
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl' },
  entryPoints: [path.join(root, 'api/conformance/test.ts')],
  outfile: path.join(commands, 'test.cjs'),
});
dropRequireLine(commands);
const neededByRuns = [
  'cli/command-line',
  'cli/actions/run-command',
  'harness/adapters/node-adapter',
  'harness/adapters/reference-adapter',
];
const sources = neededByRuns.map((name) => `${name}.ts`);
await mergeChunks(commands, commandLine.metafile.outputs, sources, {
  apartFrom: 'cli/main.ts',
  name: 'run.js',
});
writeFileSync(path.join(commands, 'LICENSES.txt'), licences(inputsOf(commandLine, loader, forRequire)));

const report = path.join(root, 'dist', 'reports', 'html');
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
writeFileSync(path.join(report, 'client.LICENSES.txt'), licences(inputsOf(client)));

await sealCases();
await keepRegister();
await writeDeclarations(path.join(root, 'dist'), [
  'api/index.d.ts',
  'api/conformance/test.d.ts',
  'reference/index.d.ts',
]);

/** Only a part of a bundle that calls it needs it, and it costs time in each part. */
function dropRequireLine(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes('__require=')) writeFileSync(file, text.replace(requireLine, ''));
  }
}

/** An import of `node:process` reads every property of it once, and some are costly; the global is the same object. */
function keepProcessPlain(build) {
  build.onResolve({ filter: /^(node:)?process$/ }, () => ({ path: 'process', namespace: 'global' }));
  build.onLoad({ filter: /./, namespace: 'global' }, () => ({ contents: 'module.exports = process' }));
}

/** Notes which case files are as the schema says, so that nobody need check them again at every start. */
async function sealCases() {
  const { sealFile, sealOf } = await import('../dist/suite/cases/read-cases.js');
  const { pageCasesSchema } = await import('../dist/model/case.js');
  const folder = path.join(root, 'cases');
  const seals = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'schema.json')
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])
    .filter(([, content]) => {
      const parsed = JSON.parse(content);
      // Files of an older schema stay without a seal: `modspec generate`, which needs this build, mends them.
      return isDeepStrictEqual(pageCasesSchema.safeParse(parsed).data, parsed);
    })
    .map(([name, content]) => [name, sealOf(content)]);
  writeFileSync(sealFile, JSON.stringify(Object.fromEntries(seals)));
}

/** Stores the register of former ids as JSON, so that no run need parse YAML. */
async function keepRegister() {
  const { builtRegisterFile, writtenRegister } = await import('../dist/suite/identity/built-register.js');
  const { readIdRegister } = await import('../dist/suite/identity/read-id-register.js');
  writeFileSync(builtRegisterFile, writtenRegister(readIdRegister(path.join(root, 'spec'))));
}

function inputsOf(...built) {
  return built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
}

/** A bundle holds other people's code, so their licences go with it. */
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
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return readFileSync(path.join(folder, file ?? 'LICENSE'), 'utf8');
  } catch {
    const { license, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${license}, see ${repository?.url ?? repository}`;
  }
}
