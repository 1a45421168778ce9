// The shell of Rhino, whose require searches the folders that it is started with.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { consoleByPrint, runEngine } from './run-engine.mjs';

export function open({ command }) {
  return {
    implementation: { version: versionOf(command) },
    run(entry, { root }) {
      const { dir, name } = path.parse(entry);
      const folders = [dir, path.join(root, 'node_modules')].flatMap((folder) => ['-modules', `${folder}/`]);
      // Modules inherit from the prototype of the scope in which the shell evaluates.
      const program = `Object.getPrototypeOf(this).${consoleByPrint} require(${JSON.stringify(name)});`;
      return runEngine(command, ['-version', '200', ...folders, '-e', program], root);
    },
  };
}

function versionOf(command) {
  const asked =
    'java.lang.Class.forName("org.mozilla.javascript.Context").getPackage().getImplementationVersion()';
  const [version] = execFileSync(command, ['-e', `print(${asked})`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return /^\d/.test(version) ? version : undefined;
}
