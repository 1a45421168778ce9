import { test } from 'tap';
import { renameCase } from '../../harness/renaming/rename-case.ts';
import { isReserved } from '../../harness/renaming/reserved-words.ts';
import type { Case, TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';

const { cases } = loadCatalog(undefined);

type Content = Partial<Pick<Case, 'tree' | 'questions' | 'environment'>>;

function caseOf({ tree = [], questions = [], environment = {} }: Content): Case {
  const source = { file: 'x.md', line: 1 };
  const common = { id: 'x', title: 'X', rule: 'r', level: 'resolve', hash: '0', source } as const;
  return { ...common, needs: [], environment, tree, questions };
}

function file(path: string, text = ''): TreeEntry {
  return { kind: 'file', path, text };
}

function resolving(from: string, specifier: string, path: string): Case['questions'][number] {
  return { kind: 'resolve', from, specifier, expect: [{ kind: 'file', editions: ['locked'], path }] };
}

function printing(entry: string, stdout: string): Case['questions'][number] {
  return { kind: 'run', entry, arguments: [], expect: [{ kind: 'run', editions: ['locked'], stdout }] };
}

/** What the renaming makes of these texts of the case: paths of the tree, then contents, then the first question. */
function renamed(
  item: Case,
  seed = 1,
): { paths: string[]; texts: string[]; question: Case['questions'][number] } {
  const found = renameCase(item, seed);
  const [question] = found?.questions ?? [];
  if (!found || !question) throw new TypeError('the case has something to rename');
  const texts = found.tree.map((entry) => (entry.kind === 'file' ? entry.text : ''));
  return { paths: found.tree.map(({ path }) => path), texts, question };
}

test('names are new everywhere, and what Node knows stays', (t) => {
  const { paths, texts, question } = renamed(
    caseOf({
      tree: [
        file('node_modules/dep/package.json', '{"main": "./start.js", "exports": {"./a": "./lib/a.js"}}'),
        file('node_modules/dep/lib/a.js', "require('fs');"),
      ],
      questions: [resolving('main.js', 'dep/a', 'node_modules/dep/lib/a.js')],
    }),
  );
  const [, dep = '', lib, a] = /^node_modules\/(\w+)\/(\w+)\/(\w+)\.js$/.exec(paths[1] ?? '') ?? [];
  t.equal(new Set([dep, lib, a, 'dep', 'lib', 'a']).size, 6, `${dep} ${lib} ${a}`);
  t.equal(paths[0], `node_modules/${dep}/package.json`);
  t.equal(texts[0], `{"main": "./start.js", "exports": {"./${a}": "./${lib}/${a}.js"}}`);
  t.equal(texts[1], "require('fs');");
  t.match(question, { specifier: `${dep}/${a}`, expect: [{ path: paths[1] }] });
  t.match(question, { from: /^(?!main)\w+\.js$/ });
  t.match(paths[2], /^\w+\.txt$/, 'one more file');
  t.equal(paths.length, 3);
  t.end();
});

test('what a program prints is renamed with it, and it prints one word more', (t) => {
  const { paths, texts, question } = renamed(
    caseOf({
      tree: [file('main.js', "console.log('loud\\nloud', require('./a').id, typeof 1);")],
      questions: [printing('main.js', 'loud\nloud undefined number\n')],
    }),
  );
  const [, more, loud] = /^console\.log\('(\w+)'\); console\.log\('(\w+)\\n/.exec(texts[0] ?? '') ?? [];
  t.equal(texts[0], `console.log('${more}'); console.log('${loud}\\n${loud}', require('./a').id, typeof 1);`);
  t.match(question, {
    entry: paths[0],
    expect: [{ stdout: `${more}\n${loud}\n${loud} undefined number\n` }],
  });
  t.not(loud, 'loud');
  t.end();
});

test('nothing is printed before a directive, a shebang or a program that fails', (t) => {
  for (const text of ["'use strict';", '#!/usr/bin/env node', 'import x from "x";', '\ufeffvar a;']) {
    const { texts } = renamed(
      caseOf({ tree: [file('shop.js', text)], questions: [printing('shop.js', '')] }),
    );
    t.equal(texts[0], text);
  }
  const failing = printing('shop.js', '');
  const expect = [{ kind: 'run', editions: ['locked'], stdout: '', error: 'Error' }] as const;
  const questions = [{ ...failing, expect }] as unknown as Case['questions'];
  t.equal(
    renamed(caseOf({ tree: [file('shop.js', 'throw Error();')], questions })).texts[0],
    'throw Error();',
  );
  t.end();
});

test('the order of names, their capitals, and escapes in specifiers stay', (t) => {
  const { paths, question } = renamed(
    caseOf({
      tree: ['b.js', 'a.js', 'C.js', 'ab.js', 'Upper.js', 'LOUD.js', 'upper.js'].map((path) => file(path)),
      questions: [resolving('main.js', './%61b', 'ab.js')],
    }),
  );
  const [b = '', a = '', c, ab = '', Upper, LOUD, upper = ''] = paths;
  t.ok(a < ab && ab < b, `${a} ${ab} ${b}`);
  t.match(c, /^[A-Z][a-z]+\.js$/);
  t.match(LOUD, /^[A-Z]+\.js$/);
  t.equal(Upper, upper.charAt(0).toUpperCase() + upper.slice(1));
  t.match(question, { specifier: /^\.\/%61/ });
  t.end();
});

test('main stays where a specifier leaves out its extension', (t) => {
  const { question } = renamed(
    caseOf({ tree: [file('main.js'), file('a.js')], questions: [resolving('main.js', './main', 'main.js')] }),
  );
  t.match(question, { from: 'main.js', specifier: './main', expect: [{ path: 'main.js' }] });
  t.end();
});

test('bytes are renamed and keep those that are not UTF-8', (t) => {
  const base64 = Buffer.from([0xff, ...Buffer.from(" require('./dep')")]).toString('base64');
  const item = caseOf({ tree: [{ kind: 'bytes', path: 'x.js', base64 }, file('dep.js')] });
  const [bytes, dep] = renameCase(item, 1)?.tree ?? [];
  const name = dep?.path.replace('.js', '');
  t.equal(
    bytes?.kind === 'bytes' && Buffer.from(bytes.base64, 'base64').toString('latin1'),
    `\xff require('./${name}')`,
  );
  t.end();
});

test('a case without a name to change is not renamed', (t) => {
  t.equal(
    renameCase(caseOf({ tree: [file('index.js')], questions: [resolving('index.js', 'fs', 'index.js')] }), 1),
    undefined,
  );
  t.end();
});

test('the same seed gives the same case, another one another', (t) => {
  const item = caseOf({ tree: [file('a.js')] });
  t.strictSame(renameCase(item, 5), renameCase(item, 5));
  t.notSame(renameCase(item, 5), renameCase(item, 6));
  t.end();
});

test('nearly all bundled cases can be renamed, into trees that can be built', (t) => {
  const all = cases.flatMap((item) => renameCase(item, 1) ?? []);
  t.ok(all.length > 0.99 * cases.length, `${all.length} of ${cases.length}`);
  t.strictSame(
    all.filter(({ tree, needs }) => findTreeFault(tree, needs)).map(({ id }) => id),
    [],
  );
  t.end();
});

test('core modules and fields of package.json are reserved, in any capitals', (t) => {
  for (const word of ['fs', 'FS', 'string_decoder', 'main', 'imports', 'node_modules', 'devDependencies'])
    t.ok(isReserved(word), word);
  t.notOk(isReserved('dep'));
  t.end();
});
