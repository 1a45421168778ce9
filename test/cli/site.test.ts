// `modspec site` writes a whole site or nothing, and deletes nobody's files.

import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { siteCommand } from '../../cli/actions/site-command.ts';
import { checkPlace, writeSite } from '../../cli/actions/write-site.ts';
import { renderJson } from '../../reports/run/json.ts';
import { sample, samplePage } from '../reports/sample-run.ts';

const never = new AbortController().signal;
const files = [
  { path: 'index.html', text: 'one' },
  { path: 'case/a/index.html', text: 'a' },
];

test('runs become a site', async (t) => {
  const folder = t.testdir({ 'run.json': renderJson(sample) });
  const out = path.join(folder, 'deep', 'site');
  t.capture(process.stderr, 'write', () => true);
  t.equal(await siteCommand([path.join(folder, 'run.json')], { out, spec: samplePage }), 0);
  t.match(readFileSync(path.join(out, 'index.html'), 'utf8'), /<h1>Conformance<\/h1>/);
  t.ok(existsSync(path.join(out, 'case', 'small-main-wins', 'index.html')));
});

test('a site takes the place of the one before, with nothing left of it', async (t) => {
  const folder = t.testdir({});
  const out = path.join(folder, 'site');
  t.equal(await writeSite(out, files, never), true);
  t.equal(await writeSite(out, [{ path: 'index.html', text: 'two' }], never), true);
  t.equal(readFileSync(path.join(out, 'index.html'), 'utf8'), 'two');
  t.notOk(existsSync(path.join(out, 'case')));
  t.strictSame(readdirSync(folder), ['site'], 'nothing lies beside it');
});

test('an empty folder, and what a link leads to, can be written', async (t) => {
  const folder = t.testdir({ empty: {}, real: {} });
  t.equal(await writeSite(path.join(folder, 'empty'), files, never), true);
  symlinkSync('real', path.join(folder, 'link'));
  t.equal(await writeSite(path.join(folder, 'link'), files, never), true);
  t.ok(existsSync(path.join(folder, 'real', 'index.html')));
});

test('a folder with anything else in it is refused and stays as it is', async (t) => {
  const folder = t.testdir({ notes: { 'todo.txt': 'mine' }, file: 'mine' });
  const refused = (name: string, why: RegExp) =>
    t.rejects(writeSite(path.join(folder, name), files, never), { name: 'UsageError', message: why });
  await refused('notes', /--out .*notes: the folder holds files and is not a site that modspec wrote/);
  await refused('file', /it is not a folder/);
  const out = path.join(folder, 'site');
  await writeSite(out, files, never);
  writeFileSync(path.join(out, 'case', 'CNAME'), 'example.org');
  await refused('site', /case\/CNAME in it is not of the site that modspec wrote; choose another folder/);
  t.equal(readFileSync(path.join(out, 'index.html'), 'utf8'), 'one');
  t.equal(readFileSync(path.join(folder, 'notes', 'todo.txt'), 'utf8'), 'mine');
  t.strictSame(readdirSync(folder).sort(), ['file', 'notes', 'site']);
});

test('an interruption, or a file that cannot be made, leaves the site as it was', async (t) => {
  const folder = t.testdir({});
  const out = path.join(folder, 'site');
  await writeSite(out, files, never);
  t.equal(await writeSite(out, [{ path: 'index.html', text: 'two' }], AbortSignal.abort()), false);
  const twice = [...files, { path: 'index.html', text: 'again' }];
  await t.rejects(writeSite(out, twice, never), { message: /cannot write the site: EEXIST/ });
  t.equal(readFileSync(path.join(out, 'index.html'), 'utf8'), 'one');
  t.strictSame(readdirSync(folder), ['site']);
});

test('a list of files that is no such list makes no site', async (t) => {
  const folder = t.testdir({ 'modspec-site.json': '{"kind": "modspec site", "files": 1}' });
  t.throws(() => checkPlace(folder), { message: /is not a site that modspec wrote/ });
});
