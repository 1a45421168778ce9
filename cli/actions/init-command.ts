// `modspec init`: writes what a project needs to run modspec with one command. It overwrites nothing.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkEdition } from '../../api/check-edition.ts';
import { emptyBaselineText } from '../../harness/baseline/update-baseline.ts';
import { findProjectFile } from '../../harness/project/find-project.ts';
import {
  adapterStub,
  ciJob,
  type LoaderKind,
  packageWithScript,
  projectText,
} from '../../harness/project/scaffold.ts';
import { currentEdition, editionOfNodeVersion, nodeEditions } from '../../model/editions.ts';
import { makeFolder } from '../../model/make-folder.ts';
import { UsageError } from '../../model/usage-error.ts';

export interface InitCommandOptions {
  readonly kind?: LoaderKind;
  readonly command?: string;
  readonly edition?: string;
  readonly ci: boolean;
  readonly yes: boolean;
}

export async function initCommand(options: InitCommandOptions): Promise<void> {
  checkEdition(options.edition, nodeEditions());
  refuseSecond();
  const { kind, command, edition } = await complete(options);
  const stub = adapterStub(kind);
  const implementation =
    stub === undefined ? `${kind === 'program' ? 'exec' : 'stdio'}:${command}` : `./${stub.file}`;
  const files = [
    ...(stub ? [stub] : []),
    { file: 'modspec.config.json', text: projectText({ implementation, edition }) },
    { file: 'modspec-baseline.yaml', text: emptyBaselineText() },
    ...(options.ci ? [ciJob(isGitLab())] : []),
  ];
  const told = [...files.map(writeNew), addScript()];
  process.stdout.write(`${told.join('\n')}\n\n${nextSteps(stub?.file)}`);
}

/** @throws {UsageError} if the project already has a project file */
function refuseSecond(): void {
  const found = findProjectFile(process.cwd());
  if (found !== undefined)
    throw new UsageError(`this project already has a project file; edit it, or remove it first`, {
      file: path.relative(process.cwd(), found),
    });
}

interface Complete {
  readonly kind: LoaderKind;
  readonly command: string;
  readonly edition: string;
}

/** Asks for what neither the flags nor the project says, if there is somebody to ask. */
async function complete(options: InitCommandOptions): Promise<Complete> {
  const isAsking = !options.yes && process.stdin.isTTY && process.stdout.isTTY;
  const ask = isAsking ? prompt : async (_: string, otherwise: string) => otherwise;
  const kind = options.kind ?? toKind(await ask(kindQuestion, guessKind()));
  const needsCommand = kind === 'program' || kind === 'protocol';
  const command = options.command ?? (needsCommand ? await ask('How does it start? ', '') : '');
  if (needsCommand && command.trim() === '')
    throw new UsageError(`init: expected --command COMMAND, which starts your ${kind}; found none`);
  const guessed = guessEdition();
  const edition = options.edition ?? (await ask(`Which edition does it follow? (${guessed}) `, guessed));
  checkEdition(edition, nodeEditions());
  return { kind, command, edition };
}

const kindQuestion = `What is your loader?
  resolver  a JavaScript function that resolves a specifier to a file
  loader    JavaScript that also loads and runs modules
  program   a command that runs a program, as node does
  protocol  a program in any language that speaks modspec's protocol
(resolver) `;

async function prompt(question: string, otherwise: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const closed = new Promise<never>((_, reject) => {
      lines.once('close', () =>
        reject(new UsageError('init: found no answer; give --kind, --command and --edition')),
      );
    });
    return (await Promise.race([lines.question(question), closed])).trim() || otherwise;
  } finally {
    lines.close();
  }
}

function toKind(answer: string): LoaderKind {
  const kinds: readonly LoaderKind[] = ['resolver', 'loader', 'program', 'protocol'];
  const found = kinds.find((kind) => kind === answer);
  if (found) return found;
  throw new UsageError(`init: expected one of ${kinds.join(', ')}; found '${answer}'`);
}

/** A project without a package.json is written in another language. */
function guessKind(): LoaderKind {
  const others = ['Cargo.toml', 'go.mod', 'pyproject.toml', 'CMakeLists.txt', 'Makefile'];
  return !existsSync('package.json') && others.some((file) => existsSync(file)) ? 'protocol' : 'resolver';
}

/** The line of the Node that runs here, because a loader for JavaScript usually follows it. */
function guessEdition(): string {
  return editionOfNodeVersion(process.versions.node)?.id ?? currentEdition;
}

function isGitLab(): boolean {
  return existsSync('.gitlab-ci.yml') && !existsSync('.github');
}

function writeNew({ file, text }: { readonly file: string; readonly text: string }): string {
  if (existsSync(file)) return `kept   ${file}`;
  try {
    makeFolder(path.dirname(path.resolve(file)));
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`cannot write it: ${(error as Error).message}`, { file });
  }
  return `wrote  ${file}`;
}

function addScript(): string {
  const file = 'package.json';
  if (!existsSync(file)) return 'no package.json, so no npm script';
  try {
    const changed = packageWithScript(readFileSync(file, 'utf8'));
    if (changed === undefined) return `kept   ${file}`;
    writeFileSync(file, changed);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot add the script: ${(error as Error).message}`, { file });
  }
  return `added  ${file}: the script 'modspec'`;
}

function nextSteps(stub: string | undefined): string {
  const steps = [
    ...(existsSync('package.json') ? ['npm install --save-dev modspec'] : []),
    ...(stub === undefined ? [] : [`put your loader into ${stub}`]),
    'npx modspec                          # asks every case',
    'npx modspec run --update-baseline    # accepts what fails today',
  ];
  return `Next:\n${steps.map((step) => `  ${step}`).join('\n')}\n`;
}
