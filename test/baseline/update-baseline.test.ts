import { test } from 'tap';
import { applyBaseline } from '../../harness/baseline/apply-baseline.ts';
import { updateBaseline } from '../../harness/baseline/update-baseline.ts';
import { type Answers, baselineOf, heldOf } from './held.ts';

const before = `# Ours.
implementations:
  # Somebody else's.
  - name: other
    accepted:
      - { case: a1, class: bug, observed: fail }
  - name: mine
    accepted:
      # On the list since spring.
      - case: b1
        class: wont-fix # they know
        link: https://example.org/1
        observed: "fail: old.js"

      # A group.
      - cases: a*
        count: 1
        class: unsupported
        observed: fail
`;

function updated(
  text: string | undefined,
  seen: Record<string, Answers>,
  selected?: readonly string[],
): string {
  const held = heldOf(seen, selected);
  const after = updateBaseline(text, held);
  const { baseline } = applyBaseline(baselineOf(after), held, undefined);
  if (baseline?.complaints.length) throw new Error(JSON.stringify(baseline.complaints));
  return after;
}

test('comments, order and reasons stay; observations and counts are what was seen', async (t) => {
  const seen = { a1: { path: '1' }, a2: { path: '2' }, b1: { path: 'new.js' }, b2: 'pass' } as const;
  t.equal(updated(before, seen), before.replace('old.js', 'new.js').replace('count: 1', 'count: 2'));
});

test('what passes leaves the list', async (t) => {
  const seen = { a1: { path: '1' }, a2: { path: '2' }, b1: 'pass', b2: 'pass' } as const;
  const after = updated(before, seen);
  t.notMatch(after, /case: b1/);
  t.match(after, /# A group\.\n\s+- cases: a\*/);
});

test('a pattern that no longer fits gives way to single entries with its reason', async (t) => {
  const seen = { a1: { path: '1' }, a2: 'pass', b1: { path: 'old.js' }, b2: 'pass' } as const;
  const after = updated(before, seen);
  t.notMatch(after, /cases:/);
  t.match(after, /- case: a1\n\s+class: unsupported\n\s+observed: "fail: 1"/);
});

test('new failures come last, with what is left for people to say', async (t) => {
  const seen = { a1: { path: '1' }, a2: { path: '2' }, b1: { path: 'old.js' }, b2: 'crash' } as const;
  t.match(
    updated(before, seen),
    /- case: b2\n\s+class: bug # new; choose the class, and add reason: and link: .*\n\s+observed: "crash: its process exited with code 1 before it answered"\n$/,
  );
});

test('what was not asked stays as it is', async (t) => {
  t.equal(updated(before, { a1: { path: '1' } }, ['a1']), before);
});

test('a new baseline lists every failure, and nothing is left to complain about', async (t) => {
  const after = updated(undefined, { a1: { path: '1' }, a2: 'pass', b1: 'timeout', b2: 'pass' });
  t.match(after, /^# The accepted failures/);
  for (const key of ['class', 'reason', 'link', 'count'])
    t.match(after.slice(0, after.indexOf('implementations')), key, `the comment explains ${key}`);
  t.match(
    after,
    /- name: mine\n\s+accepted:\n\s+- case: a1\n(.*\n){2}\s+- case: b1\n.*\n\s+observed: timeout\n$/,
  );
});

test('an update of what is up to date changes nothing', async (t) => {
  const seen = { a1: { path: '1' }, a2: 'pass', b1: 'timeout', b2: 'pass' } as const;
  const once = updated(undefined, seen);
  t.equal(updated(once, seen), once);
});
