// A static site: every link leads somewhere, nothing runs, and what changed is told as a feed.

import path from 'node:path';
import { test } from 'tap';
import { validateXML } from 'xmllint-wasm';
import { loadCases } from '../../api/load-cases.ts';
import { renderSite } from '../../api/render-site.ts';
import type { Run } from '../../model/run.ts';
import { hostile, runOf, sample, sampleCatalog, samplePage, sampleRun, wrongIndex } from './sample-run.ts';

const small = { spec: samplePage, catalog: sampleCatalog };

async function siteOf(runs: readonly Run[], source: Parameters<typeof renderSite>[1] = small) {
  return new Map([...(await renderSite(runs, source))].map(({ path: file, text }) => [file, text]));
}

function on(day: string, run: Run): Run {
  return { ...run, header: { ...run.header, startedAt: `${day}T00:00:00.000Z` } };
}

/** Each link of a page that leads nowhere, as `page → link`. */
function deadLinks(files: ReadonlyMap<string, string>): string[] {
  const ids = new Map([...files].map(([file, text]) => [file, idsIn(text)]));
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(/<[^>]* (?:href|src)="([^"]*)"/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link) && !leads(file, link, ids))
      .map((link) => `${file} → ${link}`),
  );
}

function idsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
}

function leads(file: string, link: string, ids: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [to = '', anchor] = link.split('#');
  const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
  const known = ids.get(target);
  return known !== undefined && (anchor === undefined || known.has(anchor));
}

test('every link of the site of all cases leads to a file of it, and to an id in it', async (t) => {
  const catalog = await loadCases();
  const [first] = catalog.cases;
  const run = runOf(catalog, 'node-24', {
    node: {},
    'resolve@1.22.8': { [first?.id ?? '']: { verdict: 'crash', reason: 'it ended by SIGSEGV' } },
  });
  const files = await siteOf([run], { catalog });
  t.ok(files.size > catalog.cases.length + catalog.rules.size, `${files.size} files`);
  t.strictSame(deadLinks(files), []);
  t.ok(files.has(`case/${first?.id}/index.html`), 'a stable address');
  t.ok(files.has('implementation/resolve-1.22.8/badge.svg'));
  const [former = ''] = [...(catalog.formerIds?.keys() ?? [])];
  t.match(
    files.get(`case/${former}/index.html`),
    /href="\.\.\/\.\.\/(?:case|rule)\//,
    'a renamed id leads on',
  );
});

test('nothing of a page runs, and no page brings a style of its own', async (t) => {
  const files = await siteOf([sample]);
  for (const [file, text] of files) {
    if (!file.endsWith('.html')) continue;
    t.match(
      text,
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:;/,
      file,
    );
    t.notMatch(text, /<script|<style|<[^>]*\s(?:style|on[a-z]+)="|(?:href|src)="javascript:/i, file);
    t.notMatch(text, /<img(?! src="badge\.svg")/, file);
  }
});

test('texts of implementations stay texts, and their names make safe folders', async (t) => {
  const files = await siteOf([sample]);
  t.strictSame(deadLinks(files), []);
  for (const file of files.keys()) t.match(file, /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/);
  t.ok([...files.keys()].filter((file) => /^implementation\/[^/]+\/index\.html$/.test(file)).length === 3);
  t.notMatch([...files.values()].join('\n'), hostile);
});

test('two implementations never share a folder', async (t) => {
  const run = sampleRun({ './a b': {}, './a-b': {}, 'A.b': {}, con: {}, '…': {} });
  const again = {
    ...run,
    header: {
      ...run.header,
      implementations: run.header.implementations.map((one) => ({ ...one, edition: 'node-20' })),
    },
  };
  const files = await siteOf([run, again]);
  const folders = [...files.keys()].filter((file) => /^implementation\/.*index\.html$/.test(file));
  t.equal(folders.length, 10);
  t.ok(folders.includes('implementation/loader-con/index.html'), 'Windows has no folder con');
  t.ok(folders.includes('implementation/a-b-as-node-20/index.html'));
});

test('ids that are not in the specification make no files', async (t) => {
  const run = sampleRun({ node: {} });
  const [verdict] = run.verdicts;
  const foreign = {
    ...run,
    verdicts: [...run.verdicts, ...(verdict ? [{ ...verdict, case: '../../outside' }] : [])],
  };
  const files = await siteOf([foreign]);
  t.notOk([...files].some(([file, text]) => `${file}${text}`.includes('outside')));
});

test('the newest run of an implementation is shown, and what changed before', async (t) => {
  const bad = sampleRun({ node: { 'small-main-wins': wrongIndex } });
  const good = sampleRun({ node: {} });
  const files = await siteOf([on('2026-02-01', good), on('2026-01-01', bad)]);
  t.match(files.get('implementation/node/index.html'), /No case that was asked fails/);
  t.match(
    files.get('changes/index.html'),
    /node 1\.0\.0: 1 fixed[\s\S]*href="\.\.\/case\/small-main-wins\/index\.html"/,
  );
  const feed = files.get('feed.xml') ?? '';
  t.match(
    feed,
    /<entry><title>node 1\.0\.0: 1 fixed<\/title><id>urn:uuid:[0-9a-f-]{36}<\/id><updated>2026-02-01/,
  );
  t.equal(
    (
      await validateXML({
        xml: [{ fileName: 'feed.xml', contents: feed }],
        schema: [],
        normalization: 'c14n',
      })
    ).valid,
    true,
  );
  const cut = [{ fileName: 'feed.xml', contents: feed.replace('</entry>', '') }];
  t.notOk((await validateXML({ xml: cut, schema: [], normalization: 'c14n' })).valid, 'the reader notices');
  t.strictSame(deadLinks(files), []);
});

test('a run of some of the cases does not look like a whole one', async (t) => {
  const run = sampleRun({ node: {} });
  const some = { ...run, header: { ...run.header, cases: 2, available: 5 } };
  const files = await siteOf([some]);
  for (const file of ['index.html', 'implementation/node/index.html'])
    t.match(files.get(file), /Of 5 cases, 2 cases were selected\. Every figure counts only these\./, file);
  t.match(files.get('index.html'), /✓ Every case that was asked passes/);
  t.notMatch((await siteOf([run])).get('index.html'), /were selected/);
});

test('the same runs make the same site', async (t) => {
  t.strictSame(await siteOf([sample]), await siteOf([sample]));
});
