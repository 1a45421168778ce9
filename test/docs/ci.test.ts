// Runs what the jobs of docs/ci.md run, on a few cases, and looks for what they keep and show.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { type Test, test } from 'tap';
import { parse } from 'yaml';
import * as z from 'zod';
import { baselineSchema, entrySchema } from '../../harness/baseline/baseline.ts';
import { parseLocated } from '../../model/input/read-located.ts';
import { packageRoot } from '../../model/package-root.ts';
import { bin, scratchFolder } from '../cli/modspec.ts';
import { codeBlocks } from './blocks.ts';

const stepSchema = z.looseObject({
  run: z.string().optional(),
  with: z.looseObject({ path: z.string().optional() }).optional(),
});
const actionsSchema = z.object({
  name: z.string(),
  on: z.array(z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'runs-on': z.string(),
      needs: z.string().optional(),
      strategy: z
        .looseObject({
          matrix: z.object({ shard: z.array(z.int()).default([]), os: z.array(z.string()).default([]) }),
        })
        .optional(),
      steps: z.array(stepSchema),
    }),
  ),
});
const gitlabSchema = z.object({
  modspec: z.looseObject({
    script: z.array(z.string()),
    artifacts: z.object({ paths: z.array(z.string()), reports: z.object({ junit: z.string() }) }).loose(),
  }),
});

const blocks = codeBlocks(path.join(packageRoot, 'docs', 'ci.md'));
const [example, single, sharded, systems, gitlab] = blocks.filter(({ language }) => language === 'yaml');
const [first] = blocks.filter(({ language }) => language === 'sh');

/** A project with a loader that gets one of the few cases wrong, and a baseline as the page makes it. */
async function openProject(t: Test) {
  const cwd = scratchFolder(t);
  mkdirSync(path.join(cwd, 'my-loader'));
  writeFileSync(path.join(cwd, 'my-loader', 'index.js'), loader);
  const summary = path.join(cwd, 'summary');
  const run = async (command: string) => {
    const { exitCode, stderr } = await execa('bash', ['-c', `${shim}\n${command}`], {
      cwd,
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
      reject: false,
      stdin: 'ignore',
    });
    t.equal(exitCode, 0, `${command}\n${stderr}`);
  };
  await run(first?.text ?? 'false');
  t.match(readFileSync(path.join(cwd, 'modspec-baseline.yaml'), 'utf8'), 'folder-index');
  return { cwd, summary, run };
}

const loader = `
  const { createRequire } = require('module');
  exports.implementation = { name: 'my-loader', edition: 'node-20', capabilities: ['resolve'] };
  exports.resolve = (specifier, referrer) => {
    const found = createRequire(referrer).resolve(specifier);
    if (/index/.test(found)) throw new Error('it knows no index');
    return found;
  };`;

/** npx for modspec, which asks only a few cases here. */
const shim = `
  npx() {
    shift
    if [ "$1" = run ]; then set -- "$@" --case 'folder-index-*' --case 'file-extension-*'; fi
    env -u NODE_OPTIONS '${process.execPath}' '${bin}' "$@"
  }`;

const isOurs = (command: string | undefined) => command?.includes('modspec run') || command?.includes('cat ');

test('GitHub Actions: the job runs, shows its summary and keeps its report', async (t) => {
  const { jobs } = actionsSchema.parse(parse(single?.text ?? ''));
  const { cwd, summary, run } = await openProject(t);
  for (const step of jobs['modspec']?.steps ?? []) if (step.run && isOurs(step.run)) await run(step.run);
  t.match(readFileSync(summary, 'utf8'), /^# modspec/);
  const kept = jobs['modspec']?.steps.find((step) => step.with?.path)?.with?.path ?? '';
  for (const file of ['report.html', 'run.json']) t.ok(existsSync(path.join(cwd, kept, file)), file);
  t.match(JSON.parse(readFileSync(path.join(cwd, 'out', 'badge.json'), 'utf8')), { schemaVersion: 1 });
});

test('a matrix: the parts are asked, put together and held against the baseline', async (t) => {
  const { jobs } = actionsSchema.parse(parse(sharded?.text ?? ''));
  const [ask, decide] = [jobs['ask'], jobs['decide']];
  t.equal(decide?.needs, 'ask');
  const { cwd, summary, run } = await openProject(t);
  const shards = ask?.strategy?.matrix.shard ?? [];
  for (const shard of shards)
    for (const step of ask?.steps ?? [])
      if (isOurs(step.run)) await run(`${step.run}`.replace(/\$\{\{ matrix\.shard \}\}/g, `${shard}`));
  for (const step of decide?.steps ?? []) if (step.run && !step.run.startsWith('npm')) await run(step.run);
  t.match(readFileSync(summary, 'utf8'), /^# modspec/);
  t.ok(existsSync(path.join(cwd, 'out', 'report.html')));
  const merged = JSON.parse(readFileSync(path.join(cwd, 'out', 'run.json'), 'utf8'));
  t.equal(merged.header.shard, undefined);
  t.strictSame(merged.baseline.complaints, []);
});

test('three systems: each runs one command that any shell reads, and keeps its report', async (t) => {
  const { jobs } = actionsSchema.parse(parse(systems?.text ?? ''));
  t.match(jobs['modspec']?.strategy?.matrix.os, [/^ubuntu/, /^windows/, /^macos/]);
  const { cwd, run } = await openProject(t);
  const commands = (jobs['modspec']?.steps ?? []).flatMap((step) => step.run ?? []).filter(isOurs);
  t.equal(commands.length, 1);
  for (const command of commands) {
    t.notMatch(command, /['$|&;\\\n]/);
    await run(command);
  }
  t.ok(existsSync(path.join(cwd, 'out', 'report.html')));
});

test('any other CI: the job runs and writes what it says it keeps', async (t) => {
  const { modspec } = gitlabSchema.parse(parse(gitlab?.text ?? ''));
  const { cwd, run } = await openProject(t);
  for (const command of modspec.script) if (isOurs(command)) await run(command);
  t.match(readFileSync(path.join(cwd, modspec.artifacts.reports.junit), 'utf8'), /<testsuites/);
  for (const kept of modspec.artifacts.paths) t.ok(existsSync(path.join(cwd, kept, 'report.html')));
});

test('the baseline on the page is one, and the page explains every key of an entry', async (t) => {
  const { value } = parseLocated('ci.md', example?.text ?? '', baselineSchema, 'a baseline');
  t.equal(value.implementations[0]?.accepted.length, 2);
  const page = readFileSync(path.join(packageRoot, 'docs', 'ci.md'), 'utf8');
  const keys = entrySchema.options.flatMap(({ shape }) => Object.keys(shape));
  t.ok(keys.length > 5);
  for (const key of keys) t.match(page, new RegExp(`^\\|.*\`${key}\`.*\\|$`, 'm'), key);
});
