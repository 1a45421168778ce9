import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { loader, modspec, scratchFolder, smallPage } from './modspec.ts';

/** A project with the small page as its specification. */
function renamedPages(t: Parameters<typeof scratchFolder>[0]) {
  const cwd = scratchFolder(t);
  const page = path.join(cwd, 'spec', 'small.md');
  mkdirSync(path.dirname(page));
  copyFileSync(smallPage, page);
  const run = (...args: string[]) => modspec(args, { cwd });
  const edit = (from: string, to: string) =>
    writeFileSync(page, readFileSync(page, 'utf8').replace(from, to));
  const register = (text: string) => writeFileSync(path.join(cwd, 'spec', 'ids.yaml'), text);
  return { run, edit, register, cwd };
}

const impl = ['--impl', loader('index-first.cjs')];

test('whoever asks for a former id is led to the new one, and told so', async (t) => {
  const { run, edit, register } = renamedPages(t);
  const baseline = ['--baseline', 'accepted.yaml'];
  await run(
    'run',
    '--spec',
    'spec',
    ...impl,
    '--format',
    'json=before.json',
    ...baseline,
    '--update-baseline',
  );
  edit('`small-main-wins`', '`small-main-first`');
  register(
    '# head\n- id: small-main-wins\n  renamed: small-main-first\n- id: small-gone\n  retired: nothing is like it\n',
  );
  const said = { stderr: "modspec: 'small-main-wins' was renamed to 'small-main-first'\n" };
  t.match(await run('show', 'small-main-wins', '--spec', 'spec'), { ...said, stdout: /^small-main-first: / });
  t.match(await run('extract', 'small-main-wins', 'tree', '--spec', 'spec'), {
    ...said,
    stdout: /^small-main-first is in /,
  });
  t.match(await run('explain', '--case', 'small-main-wins', '--spec', 'spec'), { ...said, exitCode: 0 });
  const one = ['run', '--spec', 'spec', '--case', 'small-main-wins'];
  t.match(await run(...one, '--impl', 'reference'), { ...said, exitCode: 0, stdout: /1 of 1/ });
  t.match(
    await run('run', '--spec', 'spec', ...impl, '--format', 'json=after.json', ...baseline),
    { exitCode: 0 },
    'an accepted failure stays accepted',
  );
  t.match(await run('diff', 'before.json', 'after.json', '--spec', 'spec', '--format', 'json'), {
    exitCode: 0,
    stdout: /"changes": \[\]/,
  });
});

test('whoever asks for a retired id is told why it is gone', async (t) => {
  const { run, register } = renamedPages(t);
  register('- id: small-gone\n  retired: nothing is like it\n- id: small-older\n  renamed: small-gone\n');
  for (const id of ['small-gone', 'small-older'])
    t.match(await run('show', id, '--spec', 'spec'), {
      exitCode: 2,
      stderr: `spec/ids.yaml:1: '${id}' was retired: nothing is like it\n`,
    });
});

test('a former id is never given again', async (t) => {
  const { run, edit, register } = renamedPages(t);
  register('- id: small-again\n  retired: it was wrong\n');
  t.match(await run('new', 'small-main', '--id', 'small-again'), { exitCode: 2, stderr: /is or was in use/ });
  edit('`small-index`', '`small-again`');
  t.match(await run('lint', '--spec', 'spec', '--rule', 'reused-id', '--format', 'text'), {
    exitCode: 1,
    stdout:
      /^spec\/small\.md:35: reused-id: the id 'small-again' was retired: it was wrong \(spec\/ids\.yaml:1\)/,
  });
});

test('an id that the case files know can only go by the register', async (t) => {
  const { run, edit, register } = renamedPages(t);
  await run('generate');
  edit('`small-index`', '`small-index-alone`');
  t.match(await run('generate'), {
    exitCode: 2,
    stderr: /no longer on a page: 'small-index' \(small\.md:35\); .*'spec\/ids\.yaml' .*'renamed: NEW-ID'/,
  });
  t.match(await run('lint', '--spec', 'spec', '--rule', 'dropped-id', '--format', 'text'), {
    exitCode: 1,
    stdout: /^spec\/small\.md:35: dropped-id: the id 'small-index' was here and is gone/,
  });
  register('- id: small-index\n  renamed: small-index-alone\n');
  t.match(await run('lint', '--spec', 'spec', '--rule', 'dropped-id', '--rule', 'broken-rename'), {
    exitCode: 0,
  });
  t.match(await run('generate'), { exitCode: 0, stdout: /^5 cases/ });
});

test('rename changes the heading, the evidence and the register, and lint mends the links', async (t) => {
  const { run, edit, cwd } = renamedPages(t);
  edit('## Folders\n', '## Folders\n\nSee [it](#small-index-no-packagejson).\n');
  await run('generate');
  const hash = JSON.parse(readFileSync(path.join(cwd, 'cases', 'small.json'), 'utf8')).cases[1].hash;
  const evidence = path.join(cwd, 'spec', 'evidence', 'small.json');
  mkdirSync(path.dirname(evidence));
  writeFileSync(evidence, JSON.stringify({ 'small-index': { hash, seen: [] } }));
  t.match(await run('rename', 'small-index', 'small-index-alone'), {
    exitCode: 0,
    stdout: /^spec\/small\.md:37: renamed 'small-index' to 'small-index-alone'\n/,
  });
  t.match(JSON.parse(readFileSync(evidence, 'utf8')), { 'small-index-alone': { hash } });
  const rules = ['dead-link', 'dropped-id', 'reused-id', 'broken-rename'].flatMap((name) => ['--rule', name]);
  t.match(await run('lint', '--fix', '--spec', 'spec', '--format', 'text', ...rules), {
    stdout: '0 findings\n',
  });
  t.match(readFileSync(path.join(cwd, 'spec', 'small.md'), 'utf8'), /\(#small-index-alone-no-packagejson\)/);
  t.equal((await run('generate')).exitCode, 0);
  t.match(await run('show', 'small-index', '--spec', 'spec'), { stdout: /^small-index-alone: / });
  t.match(await run('rename', 'small-main', 'small-index'), {
    exitCode: 2,
    stderr: /ids\.yaml:1: 'small-index' was in use/,
  });
  t.match(await run('rename', 'small-main', 'small-exit'), {
    exitCode: 2,
    stderr: /small\.md:\d+: 'small-exit' is in use/,
  });
  t.match(await run('rename', 'small-none', 'small-new'), {
    exitCode: 2,
    stderr: /unknown rule or case 'small-none'/,
  });
});
