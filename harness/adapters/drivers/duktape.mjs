// The command line of Duktape. Its require asks a function of its embedder for the text of a module; it has no access to
// files, so the whole tree is handed to it.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

/** Such as 2.7.0 for the number 20700. */
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

function readTree(root) {
  const files = readdirSync(root, { recursive: true }).filter((name) =>
    statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile(),
  );
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}
