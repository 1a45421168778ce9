import { existsSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { test } from 'tap';
import { engines } from '../../harness/registry/entries/engines.ts';
import { registry, suggestName } from '../../harness/registry/registry.ts';
import { findEdition } from '../../model/editions.ts';
import { packageRoot } from '../../model/package-root.ts';
import { waysOfImport } from '../../model/vocabulary.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

for (const entry of registry) {
  test(`the entry of ${entry.name} is well-formed`, async (t) => {
    t.match(entry.homepage, /^https:\/\//);
    t.match(entry.version, /^\d+\.\d+\.\d+/, 'a default version is exact');
    const asked = ['resolve', 'run', 'es programs', ...waysOfImport] as const;
    t.ok(
      asked.some((name) => entry.capabilities.includes(name)),
      'it can be asked',
    );
    t.equal(new Set(entry.capabilities).size, entry.capabilities.length, 'nothing is claimed twice');
    t.ok(entry.edition === undefined || findEdition(entry.edition)?.family === 'node');
    t.match(entry.note, /^[A-Z].*\.$/, 'the note is a sentence');
    if (entry.driving.kind !== 'module') return;
    const file = path.join(packageRoot, 'harness', 'adapters', 'drivers', `${entry.driving.driver}.mjs`);
    t.ok(existsSync(file), file);
  });
}

const { cases } = loadCatalog(undefined);

test('each intended difference has a sentence, a link, and concerns cases that there are', async (t) => {
  for (const { name, differences = [] } of [...registry, ...engines]) {
    for (const { about, link, concerns } of differences) {
      t.match(link, /^https:\/\//, name);
      t.match(about, /^[A-Z].*\.$/, name);
      for (const concern of concerns) {
        const concerned = picomatch(concern);
        t.ok(
          cases.some(({ id, rule }) => concerned(id) || concerned(rule)),
          `${name}: ${concern}`,
        );
      }
    }
  }
});

test('an engine of the system says how to get it', async (t) => {
  for (const { driver, install, edition, note } of engines) {
    t.match(install, /'apt-get install \S+'/);
    t.ok(findEdition(edition));
    t.match(note, /^[A-Z].*\.$/);
    t.ok(existsSync(path.join(packageRoot, 'harness', 'adapters', 'drivers', `${driver}.mjs`)));
  }
});

test('names and aliases are unique, and none hides another kind of implementation', async (t) => {
  const fetched = registry.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const names = [...fetched, ...engines.map(({ name }) => name)];
  t.strictSame(names, [...new Set(names)]);
  for (const name of names) t.match(name, /^(@[a-z-]+\/)?[a-z][a-z0-9.-]*(\+[a-z]+)?$/);
  for (const taken of ['reference', 'node', 'deployd']) t.notOk(names.includes(taken));
});

test('a name that is almost right leads to the right one', async (t) => {
  t.equal(suggestName('enhansed-resolve'), 'enhanced-resolve');
  t.equal(suggestName('oxc-resolve'), 'oxc-resolver');
  t.equal(suggestName('nodejs'), 'node');
  t.equal(suggestName('ductape'), 'duktape');
  t.equal(suggestName('my-own-loader-of-modules'), undefined);
});
