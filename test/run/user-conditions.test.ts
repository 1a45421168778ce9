import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { run } from '../../api/index.ts';
import { scratchFolder } from '../cli/modspec.ts';

const adapter = `
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const isAsked = ({ conditions }) => conditions.join() === 'custom,other';
const found = (specifier, referrer) => path.join(path.dirname(referrer), 'node_modules', specifier, 'a.js');
export const resolve = (specifier, referrer, context) => isAsked(context) ? found(specifier, referrer) : 'none';
`;

test('an adapter gets the conditions of a case, if it claims to take any', async (t) => {
  const folder = scratchFolder(t);
  const file = path.join(folder, 'adapter.mjs');
  writeFileSync(file, adapter);
  const options = { implementations: [file], cases: ['user-conditions-two'], edition: 'node-24' };
  t.match((await run(options)).verdicts, [
    { verdict: 'skip', reason: "the loader does not support 'user conditions'" },
  ]);
  const claims = "export const implementation = { capabilities: ['resolve', 'user conditions'] };";
  writeFileSync(file, adapter + claims);
  t.match((await run(options)).verdicts, [{ verdict: 'pass' }]);
});

test('a real Node is started with the conditions of a case', async (t) => {
  const options = { implementations: ['node'], cases: ['user-conditions-{imports-import,two,program}'] };
  t.match((await run(options)).verdicts, [{ verdict: 'pass' }, { verdict: 'pass' }, { verdict: 'pass' }]);
});
