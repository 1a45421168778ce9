// The files with which people join the project: valid for GitHub, and true to the project.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { parse } from 'yaml';
import * as z from 'zod';
import { ciJob } from '../../harness/project/scaffold.ts';
import { releasedEditions } from '../../model/editions.ts';
import { packageRoot } from '../../model/package-root.ts';
import { bin, scratchFolder } from '../cli/modspec.ts';

const at = (...parts: string[]) => path.join(packageRoot, ...parts);
const read = (...parts: string[]) => readFileSync(at(...parts), 'utf8');
const workflows = readdirSync(at('.github', 'workflows'));
const validator = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@action-validator/cli/package.json')),
  'cli.mjs',
);

/** What the validator, which knows the schemas of GitHub, says of a file. */
function validate(file: string) {
  return execa('env', ['-u', 'NODE_OPTIONS', process.execPath, validator, file], {
    reject: false,
    all: true,
  });
}

for (const file of [...workflows.map((name) => at('.github', 'workflows', name)), at('action.yml')]) {
  test(`${path.relative(packageRoot, file)} is valid`, async (t) => {
    const { exitCode, all } = await validate(file);
    t.equal(exitCode, 0, all);
  });
}

test('the job that init writes is valid, and one that is not would be found', async (t) => {
  const folder = path.join(scratchFolder(t), '.github', 'workflows');
  mkdirSync(folder, { recursive: true });
  const { text } = ciJob(false);
  writeFileSync(path.join(folder, 'a.yml'), text);
  writeFileSync(path.join(folder, 'b.yml'), text.replace('runs-on:', 'run-on:'));
  t.equal((await validate(path.join(folder, 'a.yml'))).exitCode, 0);
  t.not((await validate(path.join(folder, 'b.yml'))).exitCode, 0);
});

const actionSchema = z.looseObject({
  inputs: z.record(z.string(), z.looseObject({ default: z.string() })),
  runs: z.looseObject({
    steps: z.array(
      z.looseObject({ run: z.string().optional(), env: z.record(z.string(), z.string()).optional() }),
    ),
  }),
});

test('the action runs modspec, and says where report, run and badge are', async (t) => {
  const { inputs, runs } = actionSchema.parse(parse(read('action.yml')));
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'node_modules', '.bin'), { recursive: true });
  writeFileSync(path.join(cwd, 'node_modules', '.bin', 'modspec'), '', { mode: 0o755 });
  const given: Record<string, string> = {
    impl: 'reference\nnode',
    arguments: '--case \'folder-index-js\' --grep "index.js"',
  };
  const [step] = runs.steps;
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => {
      const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
      t.ok(inputs[input], `${name} is an input`);
      return [name, given[input] ?? inputs[input]?.default ?? ''];
    }),
  );
  const shim = `npx() { shift; env -u NODE_OPTIONS '${process.execPath}' '${bin}' "$@"; }`;
  const output = path.join(cwd, 'output');
  const { exitCode, all } = await execa('bash', ['-eo', 'pipefail', '-c', `${shim}\n${step?.run}`], {
    cwd,
    env: {
      ...env,
      GITHUB_OUTPUT: output,
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: path.join(cwd, 'summary'),
    },
    reject: false,
    all: true,
  });
  t.equal(exitCode, 0, all);
  t.match(readFileSync(path.join(cwd, 'summary'), 'utf8'), /^# modspec/);
  const outputs = readFileSync(output, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('='));
  t.strictSame(
    outputs.map(([name]) => name),
    ['report', 'run', 'badge'],
  );
  for (const [, file = ''] of outputs) t.ok(readFileSync(path.join(cwd, file), 'utf8').length > 0, file);
  const run = JSON.parse(readFileSync(path.join(cwd, 'modspec-out', 'run.json'), 'utf8'));
  t.strictSame([run.header.implementations.length, run.header.cases], [2, 1]);
});

const formSchema = z.strictObject({
  name: z.string().min(4),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(
    z.strictObject({
      type: z.enum(['input', 'textarea', 'dropdown', 'markdown', 'checkboxes']),
      id: z.string(),
      attributes: z.looseObject({ label: z.string() }),
      validations: z.strictObject({ required: z.boolean() }).optional(),
    }),
  ),
});

test('the forms of issues are forms, and ask for something', async (t) => {
  const folder = at('.github', 'ISSUE_TEMPLATE');
  for (const name of readdirSync(folder).filter((one) => one !== 'config.yml')) {
    const form = formSchema.parse(parse(readFileSync(path.join(folder, name), 'utf8')));
    const ids = form.body.map(({ id }) => id);
    t.equal(new Set(ids).size, ids.length, name);
    t.ok(
      form.body.some(({ validations }) => validations?.required),
      name,
    );
  }
});

test('package.json says where the project is, and every Node that it supports is in CI', async (t) => {
  const described = JSON.parse(read('package.json'));
  const address = 'https://github.com/modspec/modspec';
  t.match(described, {
    homepage: `${address}#readme`,
    bugs: { url: `${address}/issues` },
    repository: { type: 'git', url: `git+${address}.git` },
  });
  t.ok(described.keywords.length >= 10);
  const { jobs } = parse(read('.github', 'workflows', 'ci.yml'));
  const supported = releasedEditions('node')
    .map(({ line }) => Number(line))
    .filter((line) => line >= 20);
  t.strictSame(jobs.run.strategy.matrix, {
    os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
    node: supported,
  });
  t.match(described.engines.node, />=20/);
});

test('the changelog tells what is in this version, newest first', async (t) => {
  const versions = [...read('CHANGELOG.md').matchAll(/^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$/gm)];
  const { version } = JSON.parse(read('package.json'));
  t.equal(versions[0]?.[1], version);
  const dates = versions.map(([, , date = '']) => date);
  t.strictSame(dates, dates.toSorted().reverse());
  t.ok(versions.length > 1);
});
