// Does what the documentation shows: every command, in the order of its page, in a project of its own. A few commands are
// replaced by smaller ones (replacements.ts).

import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { execa } from 'execa';
import { test } from 'tap';
import { defineCommands } from '../../cli/command-line.ts';
import { packageRoot } from '../../model/package-root.ts';
import { needs } from '../../model/vocabulary.ts';
import { bin, loader, scratchFolder } from '../cli/modspec.ts';
import { noPython } from '../python.ts';
import { codeBlocks } from './blocks.ts';
import { replacementsFor } from './replacements.ts';

/** What the project holds before the first command of each page. */
const pages: Readonly<Record<string, (cwd: string) => void>> = {
  'README.md': (cwd) => {
    copy(cwd, 'spec', 'cases');
    writeLoader(cwd);
  },
  'docs/commands.md': (cwd) => {
    link(cwd, 'spec', 'cases', 'test', 'examples');
    writeLoader(cwd);
    writeProject(cwd);
  },
  'docs/first-case.md': () => undefined,
  'docs/writing-cases.md': () => undefined,
  'docs/lint.md': (cwd) => copy(cwd, 'spec', 'cases'),
  'docs/reports.md': () => undefined,
  'docs/adapters.md': () => undefined,
  'docs/fuzz.md': writeLoader,
  'docs/project.md': () => undefined,
  'docs/for-resolvers.md': () => undefined,
  'docs/for-runtimes.md': () => undefined,
  'docs/other-languages.md': (cwd) => link(cwd, 'cases', 'examples'),
  'cases/README.md': () => undefined,
};

function writeLoader(cwd: string): void {
  mkdirSync(path.join(cwd, 'my-loader'));
  cpSync(loader('index-first.cjs'), path.join(cwd, 'my-loader', 'index.js'));
}

/** A project with a folder whose `main` is not its index. */
function writeProject(cwd: string): void {
  mkdirSync(path.join(cwd, 'my-project', 'lib'), { recursive: true });
  writeFileSync(path.join(cwd, 'my-project', 'main.js'), "require('./lib');\n");
  writeFileSync(path.join(cwd, 'my-project', 'lib', 'package.json'), '{ "main": "a.js" }\n');
  for (const name of ['a.js', 'index.js']) writeFileSync(path.join(cwd, 'my-project', 'lib', name), '');
}

function copy(cwd: string, ...names: readonly string[]): void {
  for (const name of names) cpSync(path.join(packageRoot, name), path.join(cwd, name), { recursive: true });
}

function link(cwd: string, ...names: readonly string[]): void {
  for (const name of names) symlinkSync(path.join(packageRoot, name), path.join(cwd, name));
}

for (const [name, prepare] of Object.entries(pages)) {
  test(`${name}: its commands do what it says`, async (t) => {
    const page = path.join(packageRoot, name);
    const lines = readFileSync(page, 'utf8').split('\n');
    const replacements = replacementsFor(name);
    const cwd = scratchFolder(t);
    prepare(cwd);
    let printed = '';
    for (const { language, text, line } of codeBlocks(page)) {
      const file = /^`([^`\s]+)`$/.exec(lines[line - 3] ?? '')?.[1];
      if (file !== undefined && language !== '') write(path.join(cwd, file), text);
      else if (language === 'text')
        for (const shown of text.trimEnd().split('\n')) t.match(printed, lineShown(shown), `line ${line}`);
      else if (language === 'sh' || language === '') {
        printed = '';
        for (const command of commandsIn(text)) printed += await follow(command);
      }
    }
    t.strictSame([...replacements.keys()], [], 'each command that is replaced is shown on the page');

    async function follow(shown: string): Promise<string> {
      const replacement = replacements.get(shown.replace(/\s+#.*$/, ''));
      if (replacement) replacements.delete(replacement.command);
      const command = replacement ? replacement.instead : shown;
      if (command === undefined || (noPython && command.includes('python3'))) return '';
      const [, wanted = '0'] = /# exit code (\d)/.exec(command) ?? [];
      const { exitCode, stdout, stderr } = await shell(command, cwd);
      t.equal(exitCode, Number(wanted), `${command}\n${stdout.slice(-2000)}\n${stderr}`);
      return `${stdout}\n${stderr}\n`;
    }
  });
}

/** The lines of a block that name modspec, or a program that is asked about. Work on modspec itself is none. */
function commandsIn(text: string): string[] {
  return text.split('\n').filter((line) => /(?:^|&& )(?:npx )?(?:modspec|python3)(?: |$)/.test(line));
}

/** `npm` and `make` are left out of a line, so that what stands behind them is done. */
function shell(command: string, cwd: string) {
  const run = `env -u NODE_OPTIONS '${process.execPath}' '${bin}' "$@"`;
  const script = `npx() { shift; ${run}; }; modspec() { ${run}; }; npm() { :; }; make() { :; }; ${command}`;
  const env = { MODSPEC_CACHE: path.join(cwd, '.cache'), GITHUB_ACTIONS: '' };
  return execa('bash', ['-c', script], { cwd, env, reject: false, stdin: 'ignore' });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A line of output as a page shows it: counts grow with the suite, and an ellipsis stands for anything. */
function lineShown(line: string): RegExp {
  const source = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${source.replaceAll('…', '.*').replace(/\d+/g, '\\d+')}$`, 'm');
}

test('what pages say of commands in passing exists: each command and each option', async (t) => {
  const program = defineCommands(() => undefined);
  for (const name of Object.keys(pages)) {
    for (const said of mentionsIn(path.join(packageRoot, name)))
      t.equal(whatIsUnknown(program, said), undefined, `${name}: ${said}`);
  }
});

/** Code spans that begin with `modspec` and a word, and lines of blocks that do. */
function mentionsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const blocks = codeBlocks(file);
  const spans = [...text.matchAll(/`((?:npx )?modspec [a-z][^`]*)`/g)].map(([, said = '']) => said);
  const lines = blocks.flatMap((block) => block.text.split('\n'));
  const commands = lines.filter((line) => /^(?:npx )?modspec [a-z]/.test(line));
  return [...spans, ...commands].map((said) =>
    said
      .trim()
      .replace(/^npx /, '')
      .replace(/ (?:#|&&).*$/, ''),
  );
}

function whatIsUnknown(program: Command, said: string): string | undefined {
  const [, name = '', ...words] = said.split(/\s+/);
  const command = program.commands.find((one) => one.name() === name);
  if (!command) return `there is no command ${name}`;
  const options = words.map((word) => word.split('=')[0] ?? '').filter((word) => word.startsWith('--'));
  const unknown = options.find((option) => !command.options.some(({ long }) => long === option));
  return unknown === undefined ? undefined : `${name} has no ${unknown}`;
}

test('every need is explained to case authors and to runners in other languages', async (t) => {
  for (const name of ['docs/writing-cases.md', 'cases/README.md']) {
    const text = readFileSync(path.join(packageRoot, name), 'utf8');
    // A table needs `resolve`, a program `run` and a server `serve` without saying so.
    for (const need of needs.filter((one) => !['resolve', 'run', 'serve'].includes(one)))
      t.ok(text.includes(`\`${need}\``), `${name}: ${need}`);
  }
});
