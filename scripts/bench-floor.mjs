// The floor of the benchmark: the same trees made and removed and the same questions asked of the same loader, in this
// one process, with nothing in between. Cases that need a process of their own, or whose program ends with an error, are
// asked too as far as that goes here: their trees count, their errors are ignored.
//
//   node scripts/bench-floor.mjs node|reference EDITION

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTree } from '../build/harness/trees/build-tree.js';
import { temporaryFolder } from '../build/harness/trees/temporary-folder.js';
import { resolve, run } from '../dist/harness/adapters/reference-loader.js';

const loaders = {
  node: {
    resolve: (specifier, referrer) => createRequire(referrer).resolve(specifier),
    run: (entry) => createRequire(entry)(entry),
  },
  reference: { resolve, run },
};

const [, , name, edition] = process.argv;
const loader = loaders[name];
if (!loader || !edition) throw new Error('node scripts/bench-floor.mjs node|reference EDITION');
// Functions that some programs replace, and that the others need.
const parts = [Module, Module.prototype, Module._extensions, Module.wrapper].map((table) => ({
  table,
  known: Object.getOwnPropertyNames(table).map((name) => [name, table[name]]),
}));
const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'cases');
const top = realpathSync(mkdtempSync(path.join(temporaryFolder(), 'modspec-floor-')));
const write = process.stdout.write;
let count = 0;

process.stdout.write = () => true;
process.exit = () => undefined;
for (const page of readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'schema.json')) {
  for (const item of JSON.parse(readFileSync(path.join(folder, page), 'utf8')).cases) ask(item);
}
process.stdout.write = write;
checkLoader();
rmSync(top, { recursive: true, force: true });
process.stdout.write(`${count}\n`);
process.reallyExit(0);

function ask(item) {
  const questions = item.questions.filter((question) =>
    question.expect.some(({ editions }) => editions.includes(edition)),
  );
  if (questions.length === 0) return;
  const root = path.join(top, String(++count));
  buildTree(root, item.tree);
  for (const question of questions) {
    try {
      if (question.kind === 'run') loader.run(path.join(root, question.entry), { edition });
      else
        loader.resolve(question.specifier.replaceAll('<tree>', root), path.join(root, question.from), {
          edition,
        });
    } catch {
      // The floor does not judge answers.
    }
    putBack();
  }
  rmSync(root, { recursive: true, force: true });
}

function putBack() {
  for (const { table, known } of parts) {
    for (const [name, value] of known) if (table[name] !== value) table[name] = value;
  }
}

/** The last program must still run as the first one did. */
function checkLoader() {
  const entry = path.join(top, 'last.js');
  writeFileSync(entry, 'globalThis.ranLast = __filename;');
  loader.run(entry, { edition });
  if (globalThis.ranLast !== entry) throw new Error('a case has spoiled the floor for those after it');
}
