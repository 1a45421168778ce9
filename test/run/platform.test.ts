// What changes in a run that asks about another platform than that of the machine.

import path from 'node:path';
import { test } from 'tap';
import { toAsked } from '../../harness/run/asked-case.ts';
import { checkPlatform } from '../../harness/run/check-platform.ts';
import { needsSeen } from '../../harness/run/needs-seen.ts';
import { reasonToSkip } from '../../harness/run/reason-to-skip.ts';
import { buildTree } from '../../harness/trees/build-tree.ts';
import { isIntact } from '../../harness/trees/is-intact.ts';
import { placeOfSeen, seenPath } from '../../harness/trees/seen-paths.ts';
import type { Case, TreeEntry } from '../../model/case.ts';
import { judgedCase } from '../../model/judged-case.ts';
import type { HostNeed } from '../../model/vocabulary.ts';
import { nodeFileSystem } from '../../reference/index.ts';

const skip = process.platform === 'win32' && 'it is about systems that are not Windows';

const item: Case = {
  id: 'one',
  title: 'One',
  rule: 'a-rule',
  level: 'resolve',
  needs: [],
  environment: { NODE_PATH: '<tree>\\shared' },
  tree: [{ kind: 'file', path: 'a.js', text: '' }],
  questions: [
    {
      kind: 'resolve',
      from: 'lib/main.js',
      specifier: '<tree>/a.js',
      expect: [{ kind: 'file', editions: ['node-20'], path: 'a.js' }],
    },
  ],
  hash: '0000000000000000',
  source: { file: 'page.md', line: 1 },
};

test('a case is asked with paths of the platform', { skip }, async (t) => {
  const { root, platform, environment, questions } = toAsked(judgedCase(item, 'node-20'), '/t/7', 'win32');
  t.strictSame([root, platform, environment], ['Z:\\t\\7', 'win32', { NODE_PATH: 'Z:\\t\\7\\shared' }]);
  t.match(questions, [{ from: 'Z:\\t\\7\\lib\\main.js', specifier: 'Z:\\t\\7/a.js' }]);
  const here = toAsked(judgedCase(item, 'node-20'), '/t/7');
  t.equal(here.root, '/t/7');
  t.notOk('platform' in here);
});

test('a place is on the drive Z:, and back', { skip }, async (t) => {
  t.equal(seenPath('/t/7', 'win32'), 'Z:\\t\\7');
  t.equal(placeOfSeen('Z:\\t\\7', 'win32'), '/t/7');
  t.equal(placeOfSeen('/t/7'), '/t/7');
  t.equal(placeOfSeen(seenPath('/t/7', 'darwin'), 'darwin'), '/t/7', 'macOS has the same paths');
});

test('Windows and macOS meet other needs on the same machine', { skip }, async (t) => {
  const met = new Set<HostNeed>(['posix', 'case-sensitive', 'permissions', 'symlinks', 'own process']);
  t.strictSame([...needsSeen(met, 'win32')], ['symlinks', 'own process', 'windows', 'case-insensitive']);
  t.strictSame(
    [...needsSeen(met, 'darwin')],
    ['posix', 'permissions', 'symlinks', 'own process', 'case-insensitive', 'normalization-insensitive'],
  );
  t.equal(needsSeen(met, 'posix'), met);
});

test('texts of a tree hold the root as the platform has it, links as the disk has it', {
  skip,
}, async (t) => {
  const root = path.join(t.testdir({}), 'tree');
  const entries: TreeEntry[] = [
    { kind: 'file', path: 'a.js', text: "'<tree>'" },
    { kind: 'file', path: 'a.txt', text: '<tree>' },
    { kind: 'symlink', path: 'link', target: '<tree>/a.js' },
  ];
  buildTree(root, entries, undefined, 'Z:\\t');
  t.equal(String(nodeFileSystem.readFile(path.join(root, 'a.js'))), "'Z:\\\\t'");
  t.equal(String(nodeFileSystem.readFile(path.join(root, 'a.txt'))), 'Z:\\t');
  t.equal(String(nodeFileSystem.readFile(path.join(root, 'link'))), "'Z:\\\\t'");
  t.ok(isIntact(root, entries, 'Z:\\t'));
  t.notOk(isIntact(root, entries));
});

test('an implementation that does not name the platform is refused', { skip }, async (t) => {
  const described = { name: 'mine', edition: 'node-20', capabilities: [] };
  t.throws(() => checkPlatform('./mine', described, 'win32'), /--platform win32: \.\/mine follows the rules/);
  t.doesNotThrow(() => checkPlatform('./mine', { ...described, platforms: ['win32'] }, 'win32'));
  t.doesNotThrow(() => checkPlatform('./mine', described, 'posix'));
});

test('a skip says why a loader lacks something only for another platform', async (t) => {
  const lacksElsewhere = { capabilities: ['resolve'], reason: 'it is so' } as const;
  const judged = judgedCase(item, 'node-20');
  t.equal(
    reasonToSkip(judged, { capabilities: [], lacksElsewhere }, new Set()),
    "the loader does not support 'resolve': it is so",
  );
  t.equal(reasonToSkip(judged, { capabilities: [] }, new Set()), "the loader does not support 'resolve'");
});
