import { test } from 'tap';
import { applyBaseline } from '../../harness/baseline/apply-baseline.ts';
import { type Answers, baselineOf, heldOf, listing } from './held.ts';

interface Said {
  readonly accepted: readonly string[];
  readonly complaints: readonly string[];
}

function hold(entries: readonly string[], seen: Record<string, Answers>, selected?: readonly string[]): Said {
  const run = applyBaseline(baselineOf(listing(...entries)), heldOf(seen, selected), undefined);
  return {
    accepted: run.verdicts.filter(({ accepted }) => accepted).map((verdict) => verdict.case),
    complaints: run.baseline?.complaints.map(({ kind, text }) => `${kind}: ${text}`) ?? [],
  };
}

const asBefore = 'observed: "fail: x.js"';
const green = { a1: 'pass', a2: 'pass', b1: 'pass', b2: 'pass' } as const;

test('an expected failure is accepted with its reason', async (t) => {
  const entry = `case: a1, class: disputed, link: "https://example.org/1", reason: so be it, ${asBefore}`;
  const run = applyBaseline(
    baselineOf(listing(entry)),
    heldOf({ ...green, a1: { path: 'x.js' } }),
    undefined,
  );
  t.strictSame(run.verdicts[0]?.accepted, {
    class: 'disputed',
    link: 'https://example.org/1',
    reason: 'so be it',
  });
  t.strictSame(run.baseline, { file: 'baseline.yaml', complaints: [] });
});

test('a verdict alone accepts any observation of that verdict, and no other verdict', async (t) => {
  const entry = 'case: a1, class: bug, observed: fail';
  t.strictSame(hold([entry], { ...green, a1: { path: 'any' } }), { accepted: ['a1'], complaints: [] });
  t.strictSame(hold([entry], { ...green, a1: 'timeout' }), {
    accepted: [],
    complaints: ["changed observation: a1: expected 'fail'; observed 'timeout'"],
  });
});

const complaints: [name: string, entries: string[], seen: Record<string, Answers>, said: Said][] = [
  [
    'an unexpected failure',
    [],
    { ...green, a1: { path: 'x.js' }, b1: 'timeout' },
    { accepted: [], complaints: ['unexpected failure: 2 cases fail and are not accepted: a1, b1'] },
  ],
  [
    'an unexpected pass',
    [`case: a1, class: bug, ${asBefore}`],
    green,
    { accepted: [], complaints: ['unexpected pass: a1 is accepted as bug, but passes'] },
  ],
  [
    'a changed observation',
    [`case: a1, class: bug, ${asBefore}`],
    { ...green, a1: { path: 'y.js' } },
    {
      accepted: [],
      complaints: ["changed observation: a1: expected 'fail: x.js'; observed 'fail: y.js'"],
    },
  ],
  [
    'an id that is no case',
    [`case: gone, class: bug, ${asBefore}`],
    green,
    { accepted: [], complaints: ['stale entry: gone: no case has this id'] },
  ],
  [
    'a pattern that is no case',
    ['cases: "z*", count: 1, class: bug, observed: fail'],
    green,
    { accepted: [], complaints: ['stale entry: z*: it matches no case'] },
  ],
  [
    'a case that the edition says nothing about',
    [`case: a1, class: bug, ${asBefore}`],
    { a2: 'pass', b1: 'pass', b2: 'pass' },
    { accepted: [], complaints: ['stale entry: a1: locked expects nothing of it'] },
  ],
  [
    'a case that is skipped, unless another machine may ask it',
    ['a1', 'a2', 'b2'].map((id) => `case: ${id}, class: bug, ${asBefore}`),
    { ...green, a1: 'skip', a2: 'skip', b2: 'skip' },
    { accepted: [], complaints: ['stale entry: a1: it is skipped: no'] },
  ],
  [
    'a pattern that fits',
    ['cases: "p/a*", count: 2, class: unsupported, observed: fail'],
    { ...green, a1: { path: '1' }, a2: { path: '2' } },
    { accepted: ['a1', 'a2'], complaints: [] },
  ],
  [
    'a pattern that would hide a regression',
    ['cases: "a*", count: 1, class: bug, observed: fail'],
    { ...green, a1: { path: '1' } },
    { accepted: ['a1'], complaints: ['wide pattern: a* also matches cases that pass: a2'] },
  ],
  [
    'a pattern with another count',
    ['cases: "a*", count: 1, class: bug, observed: fail'],
    { ...green, a1: { path: '1' }, a2: { path: '2' } },
    {
      accepted: ['a1', 'a2'],
      complaints: ['wide pattern: a* expects 1 failure; observed 2'],
    },
  ],
  [
    'what broke in an adapter can not be accepted',
    [`case: a1, class: bug, ${asBefore}`],
    { ...green, a1: 'error' },
    { accepted: [], complaints: [] },
  ],
];
for (const [name, entries, seen, said] of complaints) {
  test(name, async (t) => t.strictSame(hold(entries, seen), said));
}

test('what was not selected is not complained about', async (t) => {
  const entries = [`case: b1, class: bug, ${asBefore}`, 'cases: "a*", count: 2, class: bug, observed: fail'];
  t.strictSame(hold(entries, { a1: { path: '1' } }, ['a1']), { accepted: ['a1'], complaints: [] });
});

test('entries speak of the version that they name', async (t) => {
  const text = listing(`case: a1, class: bug, ${asBefore}`).replace('mine\n', 'mine\n    version: "1"\n');
  const { baseline } = applyBaseline(baselineOf(text), heldOf({ ...green, a1: { path: 'x.js' } }), undefined);
  t.match(baseline?.complaints, [{ kind: 'unexpected failure' }]);
});

test('a complaint names its line and the command that mends it', async (t) => {
  const { baseline } = applyBaseline(
    baselineOf(listing(`case: a1, class: bug, ${asBefore}`)),
    heldOf(green),
    'my pages',
  );
  t.match(baseline?.complaints, [
    {
      line: 4,
      mend: 'npx modspec run --impl ./mine --edition locked --spec "my pages" --case a1 --baseline baseline.yaml --update-baseline',
    },
  ]);
});

const refused: [name: string, text: string, message: RegExp][] = [
  [
    'a case that is accepted twice',
    listing(`case: a1, class: bug, ${asBefore}`, 'cases: "a*", count: 2, class: bug, observed: fail'),
    /^baseline\.yaml:5: 'a1' is accepted twice, here and on line 4/,
  ],
  [
    'an unknown class',
    listing(`case: a1, class: later, ${asBefore}`),
    /^baseline\.yaml:4: expected a baseline; found a mistake: implementations\.0\.accepted\.0\.class: .*"wont-fix"/,
  ],
  [
    'a pattern without a count',
    listing('cases: "a*", class: bug, observed: fail'),
    /^baseline\.yaml:4: .*count: /,
  ],
  [
    'a link that is none',
    listing(`case: a1, class: bug, link: here, ${asBefore}`),
    /^baseline\.yaml:4: .*link: .*URL/,
  ],
  [
    'an unknown key',
    listing(`case: a1, class: bug, because: x, ${asBefore}`),
    /^baseline\.yaml:4: .*"because"/,
  ],
  ['no YAML', 'implementations: [\n', /^baseline\.yaml:\d: /],
];
for (const [name, text, message] of refused) {
  test(`refused: ${name}`, async (t) => {
    t.throws(() => applyBaseline(baselineOf(text), heldOf(green), undefined), {
      name: 'UsageError',
      message,
    });
  });
}
