// `modspec doctor` for adapters that resolve imports.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Test, test } from 'tap';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { consult } from '../../harness/doctor/consult.ts';
import { examine } from '../../harness/doctor/examine.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { scratchFolder } from './modspec.ts';

const lookUp = `
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
function find(specifier, referrer) {
  const url = new URL(specifier, pathToFileURL(referrer));
  if (existsSync(url)) return url;
  throw Object.assign(new Error('none'), { code: 'ERR_MODULE_NOT_FOUND' });
}
`;

/** What the doctor says of an adapter with this `resolveImport`, by its checks about imports. */
async function examineImport(t: Test, body: string) {
  const file = path.join(scratchFolder(t), 'adapter.mjs');
  writeFileSync(file, `${lookUp}\nexport function resolveImport(specifier, referrer) { ${body} }\n`);
  const signal = new AbortController().signal;
  const workspace = await openWorkspace();
  t.teardown(() => workspace.remove());
  const adapter = await findAdapter(file, { offline: true, signal });
  const findings = examine(await consult(adapter, workspace, 30_000, signal));
  const about = findings.filter(({ check }) => check.startsWith('an import '));
  t.equal(about.length, 3);
  return {
    states: about.map(({ state }) => state),
    others: findings.filter(({ state, check }) => state === 'mend' && !check.startsWith('an import ')),
    found: about.map(({ found }) => found ?? '').join('\n'),
  };
}

test('a URL is right, with its query', async (t) => {
  const said = await examineImport(t, 'return find(specifier, referrer).href;');
  t.strictSame(said.states, ['ok', 'ok', 'ok']);
  t.strictSame(said.others, []);
});

test('an absolute path is right too, but it has no query', async (t) => {
  const said = await examineImport(t, 'return fileURLToPath(find(specifier, referrer));');
  t.strictSame(said.states, ['ok', 'ok', 'mend']);
  t.match(said.found, /'\.\/a\.mjs\?x' resolved to '.*\/a\.mjs'/);
});

test('a file that is not there, and a path that is not absolute, are faults', async (t) => {
  const careless = await examineImport(t, 'return new URL(specifier, pathToFileURL(referrer)).href;');
  t.strictSame(careless.states, ['ok', 'mend', 'ok']);
  t.match(careless.found, /'\.\/modspec-none\.mjs' resolved to/);
  const relative = await examineImport(t, "return specifier.replace(/^\\.\\//, '');");
  t.strictSame(relative.states, ['mend', 'mend', 'not asked']);
});
