// Takes the types out of TypeScript when it is imported. What esbuild has made of a text is kept below node_modules, so that
// a process seldom has to start it.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'node_modules');
const kept = path.join(modules, '.cache', 'typescript');

export async function load(url, context, next) {
  if (!/^file:.*\.tsx?$/.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  const text = readFileSync(file, 'utf8');
  const target = path.join(kept, `${createHash('sha256').update(`${file}\0${text}`).digest('hex')}.js`);
  return { format: 'module', source: readKept(target) ?? transform(file, text, target), shortCircuit: true };
}

function readKept(target) {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return undefined;
  }
}

/** Other processes may read the target meanwhile, so it appears whole. */
function transform(file, text, target) {
  const { transformSync } = createRequire(import.meta.url)('esbuild');
  const { code } = transformSync(text, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    sourcefile: file,
    sourcemap: 'inline',
    sourcesContent: false,
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  mkdirSync(kept, { recursive: true });
  const whole = `${target}.${process.pid}`;
  writeFileSync(whole, code);
  renameSync(whole, target);
  return code;
}
