import { test } from 'tap';
import { chooseVersions, type VersionChoice } from '../../harness/versions/choose-versions.ts';

const published = [
  '0.1.0',
  '0.1.1',
  '0.2.0',
  '1.0.0',
  '1.0.9',
  '1.1.0-rc.1',
  '1.1.0',
  '1.2.3',
  '2.0.0-beta.1',
].map((version) => ({ version, date: '2020-01-01' }));

function choose(choice: Partial<VersionChoice>): string {
  const all = { versions: 'all', prereleases: false, ...choice };
  return chooseVersions(published, all)
    .map(({ version }) => version)
    .join(' ');
}

test('versions are chosen by line, by span and by name', async (t) => {
  t.equal(choose({}), '0.1.0 0.1.1 0.2.0 1.0.0 1.0.9 1.1.0 1.2.3');
  t.equal(choose({ versions: 'minor' }), '0.1.1 0.2.0 1.0.9 1.1.0 1.2.3');
  t.equal(
    choose({ versions: 'major' }),
    '0.1.1 0.2.0 1.2.3',
    'below 1, a minor version is a line of its own',
  );
  t.equal(choose({ from: '1.0.9', to: '1.1' }), '1.0.9 1.1.0');
  t.equal(choose({ versions: '1.0, 0.1.0' }), '0.1.0 1.0.9');
});

test('prereleases are asked only if somebody wants them', async (t) => {
  t.equal(choose({ from: '1.1.0-0', prereleases: true }), '1.1.0-rc.1 1.1.0 1.2.3 2.0.0-beta.1');
  t.equal(choose({ versions: '1.1', prereleases: true }), '1.1.0');
});

test('a version that npm has not is refused', async (t) => {
  t.throws(() => choose({ from: 'x' }), { message: /--from x: expected a version, such as/ });
  t.throws(() => choose({ versions: 'minro' }), { message: /expected major, minor, all, or versions/ });
  t.throws(() => choose({ versions: '7.1' }), { message: '--versions 7.1: npm has no such version' });
  t.throws(() => choose({ from: '2' }), {
    message: /expected a version from 2; npm has 9, from 0\.1\.0 to 2\.0\.0-beta\.1; add --all/,
  });
});
