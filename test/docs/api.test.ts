// Does what docs/api.md says, in an empty folder that has modspec installed, and compares what is printed with what the page shows.

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { scratchFolder } from '../cli/modspec.ts';
import { codeBlocks, fileAbove, lineShown } from './blocks.ts';

const page = path.join(packageRoot, 'docs', 'api.md');
const lines = readFileSync(page, 'utf8').split('\n');

test('the programs of the page print what it shows', async (t) => {
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'node_modules'));
  symlinkSync(packageRoot, path.join(cwd, 'node_modules', 'modspec'));
  let printed = '';
  let commands = 0;
  for (const { language, text, line } of codeBlocks(page)) {
    const file = fileAbove(lines, line);
    if (file !== undefined) writeFileSync(path.join(cwd, file), text);
    else if (language === 'text')
      for (const shown of text.trimEnd().split('\n')) t.match(printed, lineShown(shown), `line ${line}`);
    else if (language === 'sh') {
      commands++;
      const result = await execa('env', ['-u', 'NODE_OPTIONS', ...text.trim().split(' ')], {
        cwd,
        reject: false,
      });
      t.equal(result.exitCode, 0, result.stderr);
      printed = `${result.stdout}\n`;
    }
  }
  t.equal(commands, 2);
  t.match(readFileSync(path.join(cwd, 'report.html'), 'utf8'), /^<!doctype html>/);
});

test('the table names every setting of a run', async (t) => {
  const declared = readFileSync(path.join(packageRoot, 'api', 'run.ts'), 'utf8');
  const others = ['load-cases.ts', 'select-from.ts'].map((name) =>
    readFileSync(path.join(packageRoot, 'api', name), 'utf8'),
  );
  const names = [...`${declared}${others.join('')}`.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(
    ([, name]) => name,
  );
  t.ok(names.length > 15);
  const rows = lines.filter((row) => row.startsWith('| `')).join('\n');
  const advanced = ['catalog', 'choose'];
  t.strictSame(
    names.filter((name) => !rows.includes(`\`${name}\``) && !advanced.includes(name ?? '')),
    [],
  );
});
