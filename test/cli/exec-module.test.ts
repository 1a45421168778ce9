// `modspec exec` of a program whose entry is an ES module.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { modspec, scratchFolder } from './modspec.ts';

test('an ES module runs without a flag, and gets CommonJS modules from the reference', async (t) => {
  const cwd = scratchFolder(t);
  const main = "import a from './a.cjs?x'; await 0; console.log(a.join(), process.argv.slice(2).join());";
  writeFileSync(path.join(cwd, 'main.mjs'), main);
  // The Node that runs the reference has another constructor of modules.
  const host = "process.getBuiltinModule && process.getBuiltinModule('module')";
  const known = `[module.constructor === require('module'), module.constructor === (${host})]`;
  writeFileSync(path.join(cwd, 'a.cjs'), `module.exports = ${known};`);
  const said = await modspec(['exec', 'main.mjs', 'one'], { cwd });
  t.match(said, { exitCode: 0, stdout: 'true,false one\n' });
  const old = await modspec(['exec', '--edition', 'node-8', 'main.mjs'], { cwd });
  t.match(old, { exitCode: 1, stderr: /SyntaxError/ });
});
