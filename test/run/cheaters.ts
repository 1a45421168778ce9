// Loaders that look answers up, with what each brings along, and the cases that they are asked.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { hostAdapter } from '../../harness/adapters/host-adapter.ts';
import { makeRun } from '../../harness/run/make-run.ts';
import { type Honesty, proveHonesty } from '../../harness/run/prove-honesty.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import type { Case } from '../../model/case.ts';
import { judgedCases } from '../../model/judged-case.ts';
import { packageRoot } from '../../model/package-root.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { hashOf, shapeOf, sizesOf } from '../fixtures/cheaters/keys.mjs';

const edition = 'node-20';
const folder = path.join(packageRoot, 'test', 'fixtures', 'cheaters');

/** Bundled cases that ask for nothing but files and need nothing, from all pages. */
export const sample: readonly Case[] = loadCatalog(undefined).cases.filter(
  ({ questions, needs, tree, environment }, index) =>
    index % 16 === 0 &&
    needs.length === 0 &&
    Object.keys(environment).length === 0 &&
    questions.every(({ kind }) => kind === 'resolve') &&
    tree.every(({ kind }) => kind === 'file'),
);

/** A cheater, with what it has brought in a file of the folder. */
export function cheater(cheat: string, known: unknown, scratch: string): Adapter {
  const file = path.join(scratch, 'known.json');
  writeFileSync(file, JSON.stringify(known));
  return hostAdapter({
    spec: cheat,
    command: process.execPath,
    script: 'module-host.mjs',
    arguments: ['--', path.join(folder, 'loader.mjs'), JSON.stringify({ cheat, known: file })],
    describe: () => ({ name: cheat, edition, capabilities: ['resolve', 'error codes', 'builtins'] }),
  });
}

type Tree = [name: string, text: string][];
type Asked = { specifier: string; from: string; edition: string };

/** What is expected of each question of these cases, by what a cheater knows it again. */
function expectations(cases: readonly Case[], keyOf: (tree: Tree, asked: Asked) => string): object {
  const known = judgedCases(cases, edition).flatMap(({ item, questions }) => {
    const tree = item.tree
      .flatMap((entry): Tree => (entry.kind === 'file' ? [[entry.path, entry.text]] : []))
      .sort();
    return questions.flatMap(({ question, expected }) => {
      if (question.kind !== 'resolve') return [];
      const asked = { specifier: question.specifier, from: question.from, edition };
      const place = expected.kind === 'file' ? tree.findIndex(([name]) => name === expected.path) : -1;
      return [[keyOf(tree, asked), { ...expected, place }]];
    });
  });
  return Object.fromEntries(known);
}

const byHash = (tree: Tree, asked: Asked): string => hashOf([...tree, asked]);

/** By cheat: what the loader has brought. */
export const brought: Readonly<Record<string, unknown>> = {
  'reads the case files beside the host script': null,
  'has brought hashes of trees': expectations(sample, byHash),
  'has brought sizes of trees': expectations(sample, sizesOf),
};

export const shapes: object = expectations(sample, shapeOf);

export const few: object = expectations(sample.slice(0, 5), byHash);

export async function prove(adapter: Adapter, cases: readonly Case[], seed = 1): Promise<Honesty> {
  const honesty = await proveHonesty(adapter, cases, seed, async (asked) => {
    const workspace = await openWorkspace();
    try {
      return await makeRun([asked.adapter], asked.cases, {
        workspace,
        edition: asked.edition ?? edition,
        order: asked.order,
        jobs: 1,
        timeoutMs: 60_000,
        isolate: false,
        signal: new AbortController().signal,
        onStart: () => undefined,
        onVerdict: () => undefined,
      });
    } finally {
      workspace.remove();
    }
  });
  if (!honesty) throw new TypeError('the proof was interrupted');
  return honesty;
}
