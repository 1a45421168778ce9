// TypeScript adapters, on Nodes that take types out and on one that does not.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { type Test, test } from 'tap';
import { typeScriptMistake } from '../../harness/adapters/typescript-flags.ts';
import { bin, scratchFolder, smallPage } from '../cli/modspec.ts';

/** Nodes that the machine may have, beside the one that runs the tests. */
const nodes = [process.execPath, ...['22', '24'].map((line) => path.join('/tmp', 'nodes', line))].filter(
  existsSync,
);

async function run(t: Test, node: string, text: string) {
  const cwd = scratchFolder(t);
  writeFileSync(path.join(cwd, 'loader.ts'), text);
  const args = ['-u', 'NODE_OPTIONS', node, bin, 'run', '--impl', './loader.ts', '--spec', smallPage];
  const { exitCode, stdout, stderr } = await execa('env', args, { cwd, reject: false });
  const { stdout: takesTypesOut } = await execa('env', [
    '-u',
    'NODE_OPTIONS',
    node,
    '-p',
    "Boolean(process.features.typescript) || process.allowedNodeEnvironmentFlags.has('--experimental-strip-types')",
  ]);
  return { exitCode, stdout, stderr, takesTypesOut: takesTypesOut === 'true' };
}

const plain = `
  import { createRequire } from 'node:module';
  export function resolve(specifier: string, referrer: string): string {
    return createRequire(referrer).resolve(specifier);
  }`;

for (const node of nodes) {
  test(`${node}: an adapter with types`, async (t) => {
    const { exitCode, stdout, stderr, takesTypesOut } = await run(t, node, plain);
    if (takesTypesOut) t.match({ exitCode, stdout }, { exitCode: 0, stdout: /loader\.ts, judged by/ });
    else
      t.match(
        { exitCode, stderr },
        {
          exitCode: 2,
          stderr:
            /^modspec: --impl \.\/loader\.ts: Node \S+ does not load TypeScript; run modspec with Node 22\.18 or newer, or name the compiled file$/,
        },
      );
  });

  test(`${node}: an adapter with an enum`, async (t) => {
    const { exitCode, stderr } = await run(t, node, `enum Kind { A }\nexport const kind = Kind.A;\n${plain}`);
    t.equal(exitCode, 2);
    t.match(stderr, /TypeScript/);
    t.notMatch(stderr, /\n.*\n.*at /, 'no stack');
  });
}

test('what Node says of TypeScript is told with what to do', async (t) => {
  const enumSaid =
    'its process exited with code 1\nSyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]:   x TypeScript enum is not supported in strip-only mode\n    at file:///a/loader.ts:1';
  t.match(typeScriptMistake('./x', enumSaid)?.message, /TypeScript enum is not supported.*compile it/);
  const imported = 'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /a/b.ts';
  t.match(typeScriptMistake('./x', imported)?.message, /it imports TypeScript.*see \/a\/b\.ts/);
  t.equal(typeScriptMistake('./x', 'ReferenceError: a is not defined'), undefined);
});
