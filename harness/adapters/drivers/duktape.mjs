// The command line of Duktape. Its require calls a function of its embedder to get the text of a module. That function
// has no access to files, so it gets the whole tree.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { consoleByPrint, runEngine } from './run-engine.mjs';

export function open({ command }) {
  return {
    implementation: { version: versionOf(command) },
    async run(entry, { root }) {
      const boot = path.join(mkdtempSync(path.join(tmpdir(), 'duktape-')), 'boot.js');
      const id = path.relative(root, entry).replace(/\.js$/, '');
      writeFileSync(boot, [...searchIn(root), `require(${JSON.stringify(id)});`].join('\n'));
      await runEngine(command, [boot], root);
    },
  };
}

/** Returns, for example, 2.7.0 for the number 20700. */
function versionOf(command) {
  const number = Number(execFileSync(command, ['-e', 'print(Duktape.version)'], { encoding: 'utf8' }));
  return [Math.floor(number / 10000), Math.floor(number / 100) % 100, number % 100].join('.');
}

function searchIn(root) {
  return [
    consoleByPrint,
    `var texts = ${JSON.stringify(readTree(root))};`,
    'Duktape.modSearch = function (id) {',
    '  var text = texts[id + ".js"] === undefined ? texts[id] : texts[id + ".js"];',
    '  if (text === undefined) throw new Error("module not found: " + id);',
    '  return text;',
    '};',
  ];
}

/** The text of every file below a folder by its path from there; a symbolic link to a parent folder is not followed. */
function readTree(folder, prefix = '', above = []) {
  const real = realpathSync(folder);
  if (above.includes(real)) return {};
  return Object.assign(
    {},
    ...readdirSync(folder).map((name) => {
      const file = path.join(folder, name);
      const stats = existsSync(file) ? statSync(file) : undefined;
      if (stats?.isDirectory()) return readTree(file, `${prefix}${name}/`, [...above, real]);
      return stats ? { [prefix + name]: readFileSync(file, 'utf8') } : {};
    }),
  );
}
