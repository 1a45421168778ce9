// Does what docs/first-adapter.md says, in an empty folder, and compares what is printed with what the page shows.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { bin, scratchFolder } from '../cli/modspec.ts';
import { noPython } from '../python.ts';
import { codeBlocks, fileAbove, lineShown } from './blocks.ts';

const page = path.join(packageRoot, 'docs', 'first-adapter.md');
const lines = readFileSync(page, 'utf8').split('\n');

test('the page does what it shows', { skip: noPython }, async (t) => {
  const cwd = scratchFolder(t);
  let printed = '';
  for (const { language, text, line } of codeBlocks(page)) {
    const file = fileAbove(lines, line);
    if (file !== undefined) write(path.join(cwd, file), text);
    else if (language === 'text')
      for (const shown of text.trimEnd().split('\n')) t.match(printed, lineShown(shown), `line ${line}`);
    else if (language === 'sh') {
      printed = '';
      for (const command of text.trimEnd().split('\n')) printed += await run(command);
    } else t.fail(`the block at line ${line} is neither a file, nor a command, nor its output`);
  }

  async function run(command: string): Promise<string> {
    const [, wanted = '0'] = /# exit code (\d)/.exec(command) ?? [];
    const shim = `npx() { shift; env -u NODE_OPTIONS '${process.execPath}' '${bin}' "$@"; }`;
    const { exitCode, stdout, stderr } = await execa('bash', ['-c', `${shim}; ${command}`], {
      cwd,
      reject: false,
      stdin: 'ignore',
    });
    t.equal(exitCode, Number(wanted), `${command}\n${stderr}`);
    return `${stdout}\n`;
  }
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test('the page has files, commands and output', async (t) => {
  const blocks = codeBlocks(page);
  t.ok(blocks.filter(({ line }) => fileAbove(lines, line)).length >= 5);
  t.ok(blocks.filter(({ language }) => language === 'sh').length >= 4);
  t.notMatch('mend 3 of 4', lineShown('mend 3 of four'));
  t.match('my-loader: 12 to mend', lineShown('my-loader: 1 to …'));
});
