// What the driver of webpack and Rspack makes of the modules and errors of a build. A package that says what it is told stands for them.

import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Test, test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';

interface Stats {
  readonly modules: readonly { readonly nameForCondition?: string; readonly identifier: string }[];
  readonly errors: readonly { readonly message: string }[];
}

interface Asked {
  readonly answer: Promise<string>;
  /** The folder of the project in which the build was started. */
  readonly context: string;
}

const text = `const { readFileSync } = require('fs');
  module.exports = (config) => {
    module.exports.context = config.context;
    const stats = JSON.parse(readFileSync(__dirname + '/stats.json', 'utf8'));
    stats.modules.unshift({ nameForCondition: config.entry, identifier: config.entry });
    return { run: (done) => done(null, { toJson: () => stats }) };
  };`;

async function ask(t: Test, specifier: string, stats: Stats): Promise<Asked> {
  const webpack = {
    'package.json': '{"version": "5.0.0"}',
    'index.js': text,
    'stats.json': JSON.stringify(stats),
  };
  const folder = t.testdir({ node_modules: { webpack }, project: { lib: {} } });
  const file = path.join(packageRoot, 'harness', 'adapters', 'drivers', 'webpack-family.mjs');
  const { open } = await import(pathToFileURL(file).href);
  const root = path.join(folder, 'project');
  const answer: Promise<string> = open({ folder, package: 'webpack' }).resolve(
    specifier,
    path.join(root, 'lib', 'main.js'),
    { root, conditions: [] },
  );
  await answer.catch(() => undefined);
  const { context } = createRequire(path.join(folder, 'test.js'))('webpack');
  return { answer, context: path.relative(folder, context) };
}

test('resolutions are asked in the folder of the project', async (t) => {
  const { answer, context } = await ask(t, './a', {
    modules: [{ nameForCondition: '/x/a.js', identifier: '/x/a.js' }],
    errors: [],
  });
  t.equal(await answer, '/x/a.js');
  t.equal(context, 'project');
});

test('a hash of the path is escaped; any other begins a fragment', async (t) => {
  const found = async (nameForCondition: string) => {
    const modules = [{ nameForCondition, identifier: nameForCondition }];
    return (await ask(t, './a', { modules, errors: [] })).answer;
  };
  t.equal(await found('/x/a\0#b.js'), '/x/a#b.js');
  t.equal(await found('/x/a\u200b#b.js#c'), '/x/a#b.js');
  t.equal(await found('/x/a.js#b'), '/x/a.js');
  t.equal(await found('/x/\u200ba.js'), '/x/\u200ba.js');
});

test('a URL is an answer unless nothing reads its scheme', async (t) => {
  const modules = [{ nameForCondition: 'core:fs', identifier: 'core:fs' }];
  const message = 'Reading from "core:fs" is not handled by plugins';
  t.equal(await (await ask(t, 'core:fs', { modules, errors: [] })).answer, 'core:fs');
  await t.rejects((await ask(t, 'core:fs', { modules, errors: [{ message }] })).answer, { message });
});
