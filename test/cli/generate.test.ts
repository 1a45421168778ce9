import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { pageCasesSchema } from '../../model/case.ts';
import { modspec, smallPage } from './modspec.ts';

test('generate writes what --check then accepts, and removes what no page gives any more', async (t) => {
  const out = t.testdir({ 'old.json': '{}', 'README.md': 'kept' });
  const generated = await modspec(['generate', '--spec', smallPage, '--out', out]);
  t.match(generated, { exitCode: 0, stdout: /^5 cases from 1 page / });
  t.notOk(existsSync(path.join(out, 'old.json')));
  t.equal(readFileSync(path.join(out, 'README.md'), 'utf8'), 'kept');
  const file = pageCasesSchema.parse(JSON.parse(readFileSync(path.join(out, 'small.json'), 'utf8')));
  t.equal(file.cases.length, 5);
  t.equal((await modspec(['generate', '--check', '--spec', smallPage, '--out', out])).exitCode, 0);
});

test('generate --check names each stale file and writes nothing', async (t) => {
  const out = t.testdir({});
  await modspec(['generate', '--spec', smallPage, '--out', out]);
  writeFileSync(path.join(out, 'small.json'), '{}\n');
  writeFileSync(path.join(out, 'extra.json'), '{}\n');
  rmSync(path.join(out, 'schema.json'));
  const { exitCode, stderr } = await modspec(['generate', '--check', '--spec', smallPage, '--out', out]);
  t.equal(exitCode, 1);
  t.match(stderr, /small\.json: different/);
  t.match(stderr, /extra\.json: left over/);
  t.match(stderr, /schema\.json: missing/);
  t.match(stderr, /run 'modspec generate'/);
  t.equal(readFileSync(path.join(out, 'small.json'), 'utf8'), '{}\n');
});

test('the committed cases are what the pages say', async (t) => {
  t.match(await modspec(['generate', '--check']), { exitCode: 0, stderr: '' });
});
