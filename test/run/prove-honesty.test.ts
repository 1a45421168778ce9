// Loaders that look answers up differ when names change; loaders that work them out do not.

import t from 'tap';
import { moduleAdapter } from '../../harness/adapters/module-adapter.ts';
import { nodeAdapter } from '../../harness/adapters/node-adapter.ts';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import type { Honesty } from '../../harness/run/prove-honesty.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { loader, scratchFolder } from '../cli/modspec.ts';
import { brought, cheater, few, prove, sample, shapes } from './cheaters.ts';

/** The ids of the cases that differ. */
function differing({ differences }: Honesty): ReadonlySet<string> {
  return new Set(differences.map((verdict) => verdict.case));
}

const passedOf = ({ asked, unchanged, unconfirmed }: Honesty): number => asked + unchanged + unconfirmed;

t.test(
  'a real Node, the reference and another resolver give the same answers under other names',
  async (t) => {
    const mixed = loadCatalog(undefined).cases.filter(
      ({ level }, index) => index % 30 === 0 && level !== 'deployd',
    );
    const node = await nodeAdapter('node', { offline: true });
    if (!node) throw new TypeError('there is no node');
    for (const adapter of [node, referenceAdapter(), moduleAdapter(loader('resolve-package.cjs'))]) {
      const honesty = await prove(adapter, mixed);
      t.strictSame(differing(honesty), new Set(), adapter.spec);
      t.ok(honesty.asked >= 0.9 * passedOf(honesty), `${honesty.asked} of ${passedOf(honesty)} asked again`);
    }
  },
);

/** What is found of a loader that never finds a file. */
const luckless = await prove(cheater('has brought hashes of trees', {}, scratchFolder(t)), sample);
const lucky = passedOf(luckless);

/** In how many cases another name changes the meaning, so that the reference does not confirm them either. */
const { unconfirmed: changed } = await prove(referenceAdapter(), sample);

t.test('another name changes the meaning of few cases', async (t) => {
  t.ok(changed <= 0.05 * sample.length, `${changed} of ${sample.length}`);
});

for (const [cheat, known] of Object.entries(brought)) {
  t.test(`a loader that ${cheat} differs in each case that it knows and that counts`, async (t) => {
    const honesty = await prove(cheater(cheat, known, scratchFolder(t)), sample);
    t.ok(passedOf(honesty) > lucky + 20, `passes ${passedOf(honesty)} of ${sample.length}`);
    t.equal(honesty.differences.length, honesty.asked - luckless.asked);
    t.equal(honesty.unchanged, 0);
    t.ok(honesty.unconfirmed <= changed, `${honesty.unconfirmed} not confirmed`);
  });
}

t.test('a loader that knows a few trees differs in these', async (t) => {
  const honesty = await prove(cheater('has brought hashes of trees', few, scratchFolder(t)), sample);
  t.ok(honesty.differences.length > 0);
  t.equal(honesty.differences.length, passedOf(honesty) - lucky);
});

t.test('a loader that looks for the id of the case finds none', async (t) => {
  const cheat = 'looks for the id of the case in all that it is given';
  const honesty = await prove(cheater(cheat, sample, scratchFolder(t)), sample);
  t.equal(passedOf(honesty), lucky);
  t.strictSame(honesty.differences, []);
});

t.test('a loader that knows trees whatever their names are differs in some', async (t) => {
  const honesty = await prove(cheater('has brought shapes of trees', shapes, scratchFolder(t)), sample);
  t.ok(honesty.differences.length > 0, `${honesty.differences.length} of ${passedOf(honesty) - lucky}`);
});
