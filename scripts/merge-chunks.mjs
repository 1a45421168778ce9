// Bundling with splitting makes a file of everything that two commands share, and each costs its time to open. The files
// that one command always needs become one file here; what they were re-exports from it, for the other commands.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * @param folder where the bundle is
 * @param outputs of its metafile
 * @param wanted the entry points, by the paths of their sources, that one command always needs
 * @param apartFrom an entry point that must not load the file: what it imports itself stays as it is
 * @param name of the file they become
 */
export async function mergeChunks(folder, outputs, wanted, { apartFrom, name }) {
  const byFile = new Map(Object.entries(outputs).map(([file, output]) => [path.basename(file), output]));
  const apart = closureOf([apartFrom], byFile);
  const merged = closureOf(wanted, byFile).filter((file) => !apart.includes(file));
  const names = merged.map((file, index) => byFile.get(file).exports.map((as) => [as, `c${index}_${as}`]));
  const contents = merged.map((file, index) => reexport(names[index], file)).join('\n');
  await build({
    stdin: { contents, resolveDir: folder },
    outfile: path.join(folder, name),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    minifyWhitespace: true,
    plugins: [{ name: 'leave the others', setup: (builder) => leaveOthers(builder, merged) }],
    logLevel: 'warning',
  });
  for (const [index, file] of merged.entries()) {
    const swapped = names[index].map(([as, inner]) => [inner, as]);
    writeFileSync(path.join(folder, file), reexport(swapped, name));
  }
}

function closureOf(sources, byFile) {
  const entries = [...byFile].filter(([, { entryPoint }]) => sources.includes(entryPoint));
  if (entries.length < sources.length) throw new Error(`not every one of ${sources} is an entry point`);
  const found = new Set(entries.map(([file]) => file));
  for (const file of found) {
    for (const { path: imported, kind } of byFile.get(file).imports) {
      const next = path.basename(imported);
      if (kind === 'import-statement' && byFile.has(next)) found.add(next);
    }
  }
  return [...found];
}

function reexport(names, file) {
  return `export { ${names.map(([name, as]) => `${name} as ${as}`).join(', ')} } from './${file}';`;
}

function leaveOthers(builder, merged) {
  builder.onResolve({ filter: /^\.\// }, ({ path: wanted, kind }) =>
    kind === 'dynamic-import' || !merged.includes(path.basename(wanted))
      ? { path: wanted, external: true }
      : undefined,
  );
}
