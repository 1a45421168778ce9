// Bundling with splitting makes a file of everything that two commands share, and each costs its time to open and its
// place in the package. The files that one command always needs become one file here; so do those that its start needs, and
// small ones of other commands that load the same libraries. What was loaded by `import()` is then a part of such a file.

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Libraries are larger, and only commands that use them load them. */
const small = 16_000;

/**
 * @param folder where the bundle is
 * @param outputs of its metafile
 * @param start the entry point, by the path of its source, that loads nothing else at first
 * @param wanted the entry points that one command always needs, the most frequent
 */
export async function mergeChunks(folder, outputs, { start, wanted }) {
  const byFile = new Map(
    Object.entries(outputs)
      .filter(([file]) => file.endsWith('.js'))
      .map(([file, output]) => [path.basename(file), output]),
  );
  const groups = groupsOf(byFile, { start, wanted });
  const merged = new Map(Object.entries(groups).flatMap(([into, files]) => membersOf(files, into, byFile)));
  const left = [...byFile.keys()].filter((file) => !merged.has(file));
  // Every file is read before one is replaced.
  const texts = await Promise.all([
    ...Object.entries(groups).map(([name, files]) => bundleGroup(folder, files, name, merged)),
    ...left.map((file) => bundleFile(folder, file, merged)),
  ]);
  for (const { file, text } of texts) writeFileSync(path.join(folder, file), importMerged(text, merged));
  for (const [file, { into, names }] of merged) {
    const at = path.join(folder, file);
    if (staysApart(file, byFile)) writeFileSync(at, reexport(swapped(names), into));
    else rmSync(at);
  }
}

/**
 * Whether the file stays one of its own: something outside the bundle loads it, for the others have a hash in their names; or it
 * is a package that is loaded only where an error of its start is caught.
 */
function staysApart(file, byFile) {
  const { entryPoint } = byFile.get(file);
  return entryPoint !== undefined && (!/-[A-Z0-9]{8}\.js$/.test(file) || entryPoint.includes('node_modules'));
}

/** Where the text loads a file that was merged, it loads the part of the new file. */
function importMerged(text, merged) {
  return text.replaceAll(/import\("\.\/([^"]+)"\)/g, (whole, file) => {
    const { into, names } = merged.get(file) ?? {};
    if (into === undefined) return whole;
    return `import("./${into}").then(all=>({${names.map(([name, as]) => `${name}:all.${as}`)}}))`;
  });
}

/** Which files go into which new one. */
function groupsOf(byFile, { start, wanted }) {
  const isShared = (file) => !staysApart(file, byFile);
  const started = closureOf(entriesOf([start], byFile), byFile);
  const needed = closureOf(entriesOf(wanted, byFile), byFile).filter((file) => !started.includes(file));
  const groups = { 'start.js': started.filter(isShared), 'run.js': needed };
  const loaded = [...started, ...needed];
  const libraries = new Map();
  for (const file of byFile.keys()) {
    if (loaded.includes(file) || !isShared(file) || byFile.get(file).bytes >= small) continue;
    const large = closureOf([file], byFile).filter(
      (one) => !loaded.includes(one) && byFile.get(one).bytes >= small,
    );
    const key = large.sort().join();
    libraries.set(key, [...(libraries.get(key) ?? []), file]);
  }
  for (const files of libraries.values()) groups[`shared-${Object.keys(groups).length - 1}.js`] = files;
  return groups;
}

function entriesOf(sources, byFile) {
  const entries = [...byFile].filter(([, { entryPoint }]) => sources.includes(entryPoint));
  if (entries.length < sources.length) throw new Error(`not every one of ${sources} is an entry point`);
  return entries.map(([file]) => file);
}

function closureOf(files, byFile) {
  const found = new Set(files);
  for (const file of found) {
    for (const { path: imported, kind } of byFile.get(file).imports) {
      const next = path.basename(imported);
      if (kind === 'import-statement' && byFile.has(next)) found.add(next);
    }
  }
  return [...found];
}

/** Where each file goes, and under which names that file exports what it exported. */
function membersOf(files, into, byFile) {
  return files.map((file, index) => {
    const names = byFile.get(file).exports.map((as) => [as, `c${index}_${as}`]);
    return [file, { into, names }];
  });
}

function bundleGroup(folder, files, name, merged) {
  const contents = files.map((file) => reexport(merged.get(file).names, file)).join('\n');
  return bundle({ stdin: { contents, resolveDir: folder } }, name, merged);
}

function bundleFile(folder, file, merged) {
  return bundle({ entryPoints: [path.join(folder, file)] }, file, merged);
}

async function bundle(input, file, merged) {
  const { outputFiles } = await build({
    ...input,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    minifyWhitespace: true,
    lineLimit: 160,
    plugins: [{ name: 'merged files', setup: (builder) => redirect(builder, file, merged) }],
    logLevel: 'warning',
  });
  return { file, text: outputFiles[0].text };
}

/** Files of the same group are bundled; from another group their exports are imported; all others stay as they are. */
function redirect(builder, file, merged) {
  builder.onResolve({ filter: /^\.\// }, ({ path: wanted, kind }) => {
    const name = path.basename(wanted);
    const into = merged.get(name)?.into;
    if (kind === 'dynamic-import' || into === undefined || wanted === `./${into}`)
      return { path: wanted, external: true };
    return into === file ? undefined : { path: name, namespace: 'merged' };
  });
  builder.onLoad({ filter: /./, namespace: 'merged' }, ({ path: name }) => {
    const { into, names } = merged.get(name);
    return { contents: reexport(swapped(names), into) };
  });
}

function swapped(names) {
  return names.map(([name, as]) => [as, name]);
}

function reexport(names, file) {
  return `export { ${names.map(([name, as]) => `${name} as ${as}`).join(', ')} } from './${file}';`;
}
