// The plan of a hunt, the ledger and the record, without any reference being asked.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { test } from 'tap';
import type { Fault } from '../../scripts/strength/fault.ts';
import { readLedger, writeLedger } from '../../scripts/strength/kept-ledger.ts';
import { Ledger } from '../../scripts/strength/ledger.ts';
import { pairsFor, withoutLikeEditions } from '../../scripts/strength/order-pairs.ts';
import type { Pair } from '../../scripts/strength/pairs.ts';
import { inOrderOfCredit, planCredit, planHunt } from '../../scripts/strength/plan-hunt.ts';
import { renderCredits, renderOnly } from '../../scripts/strength/render-credits.ts';
import { Signatures } from '../../scripts/strength/signatures.ts';
import { recordedFaults, updateRecord } from '../../scripts/strength/update-record.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { readIdleCase } from '../../suite/evidence/idle-cases.ts';
import { readStrengthRecord, writeStrengthRecord } from '../../suite/evidence/strength-record.ts';

const cases = loadCatalog(undefined).cases.slice(0, 60);
const pairs = cases.map(
  (item): Pair => ({ item, edition: 'node-20', alone: false, reached: new Set(['0']) }),
);
const ids = cases.map(({ id }) => id);
const first = faultOf('a:f:step-removed:1');
const second = faultOf('a:f:step-removed:2');

function faultOf(id: string): Fault {
  return { id, file: 'a', line: 1, site: '0', operator: 'step-removed', change: 'x', edits: [] };
}

/** Asks what the plan wants asked; only those that are named notice. */
function follow(plan: Iterable<Pair>, fault: Fault, ledger: Ledger, noticing: readonly string[]): string[] {
  const asked: string[] = [];
  for (const pair of plan) {
    asked.push(pair.item.id);
    ledger.note(fault, pair, noticing.includes(pair.item.id));
  }
  return asked;
}

function open(ledger: Ledger, wanted = 1) {
  return { ledger, wanted, signatures: new Signatures([]), nearby: new Set<string>() };
}

test('a survivor has been asked by all, and nobody is asked twice', async (t) => {
  const ledger = new Ledger();
  const asked = follow(planHunt(first, pairs, open(ledger)), first, ledger, []);
  t.strictSame([...asked].sort(), [...ids].sort());
  t.strictSame(follow(planHunt(first, pairs, open(ledger)), first, ledger, []), []);
});

test('of editions in which a case expects the same and takes the same way, only the first is asked at first', (t) => {
  const [item] = cases;
  if (!item) throw new Error('there is no case');
  const pair = (edition: string, reached: string): Pair => ({
    item,
    edition,
    alone: false,
    reached: new Set(['0', reached]),
  });
  const told = [pair('node-4', '1'), pair('node-6', '1'), pair('node-8', '2')];
  const node: AnyNode = parse('', { ecmaVersion: 2023 });
  const sites = [0, 1, 2].map((index) => ({ index, file: 'a', node, kind: 'statement' as const }));
  const signatures = new Signatures(sites);
  const asked = withoutLikeEditions(first, told, signatures).map(({ edition }) => edition);
  t.strictSame(asked, ['node-4', 'node-8']);
  t.strictSame(pairsFor(first, told), told, 'all of them come by');
  t.strictSame(pairsFor({ ...first, site: '3' }, told), []);
  t.end();
});

test('what once noticed is asked first, then some cases without credit, and then no more than needed', async (t) => {
  const last = ids.at(-1) ?? '';
  const ledger = new Ledger([], new Map([[first.id, [last]]]));
  const asked = follow(planHunt(first, pairs, open(ledger)), first, ledger, [last]);
  t.equal(asked[0], last);
  t.ok(asked.length > 10 && asked.length < 50, `${asked.length} were asked`);
  t.strictSame([...ledger.creditsOf(last)], [first.id]);
});

test('a case on record waits for its own fault, until it does not notice that any more', async (t) => {
  const [one = '', two = ''] = ids;
  const ledger = new Ledger([[first.id, account(two)]], new Map(), new Map([[one, second.id]]));
  t.notOk(follow(planHunt(first, pairs, open(ledger)), first, ledger, []).includes(one));
  t.equal(follow(planHunt(second, pairs, open(ledger)), second, ledger, [])[0], one);
  t.notOk(ledger.isOnRecord(one));
});

test('cases without credit are asked about everything, and what many notice gives it soonest', async (t) => {
  const [one = '', two = '', three = ''] = ids;
  const ledger = new Ledger([[first.id, account(one)]]);
  const some = pairs.slice(0, 3);
  t.strictSame(follow(planCredit(second, some, ledger), second, ledger, [two]), [two, three]);
  t.strictSame(follow(planCredit(first, some, ledger), first, ledger, []), [three]);
  t.strictSame(
    inOrderOfCredit([first, second], ledger, ({ id }) => id === second.id),
    [second, first],
  );
});

test('answers are kept as long as the basis and the case stay; hints longer', async (t) => {
  const file = path.join(t.testdir(), 'ledger.json');
  const [one = '', two = ''] = ids;
  const ledger = new Ledger();
  follow(pairs.slice(0, 2), first, ledger, [one]);
  writeLedger(file, 'basis', cases, ledger);
  const again = readLedger(file, 'basis', cases, new Map());
  t.strictSame(again.killersOf(first), [one]);
  t.ok(pairs.slice(0, 2).every((pair) => again.isAnswered(first, pair)));
  const changed = cases.map((item) => (item.id === two ? { ...item, hash: 'other' } : item));
  const partly = readLedger(file, 'basis', changed, new Map());
  t.strictSame(
    pairs.slice(0, 2).map((pair) => partly.isAnswered(first, pair)),
    [true, false],
  );
  const anew = readLedger(file, 'another basis', cases, new Map());
  t.strictSame(anew.killersOf(first), []);
  t.strictSame(anew.hintsFor(first), [one]);
  writeLedger(file, 'basis', cases.slice(2), new Ledger());
  t.strictSame(
    readLedger(file, 'basis', cases, new Map()).killersOf(first),
    [one],
    'of other cases it stays',
  );
});

test('the record keeps its fault while that is noticed, and what could not be asked', async (t) => {
  const [one, two, three] = cases.slice(0, 3);
  if (!one || !two || !three) return t.fail('there are cases');
  const before = {
    [one.id]: { hash: 'old', notices: 'b:g:x:1' },
    [two.id]: { hash: 'old', notices: 'b:g:x:1' },
    [three.id]: { hash: 'h', notices: null },
    gone: { hash: 'h', notices: null },
  };
  const credits = [
    { item: one, notices: ['a:f:x:1', 'b:g:x:1'] },
    { item: two, notices: [] },
  ];
  t.strictSame(updateRecord(before, credits, cases, false)[two.id], before[two.id], 'not asked to the end');
  const after = updateRecord(before, credits, cases, true);
  t.strictSame(after, {
    [one.id]: { hash: one.hash, notices: 'b:g:x:1' },
    [two.id]: { hash: two.hash, notices: null },
    [three.id]: { hash: 'h', notices: null },
  });
  t.strictSame([...recordedFaults(after)], [[one.id, 'b:g:x:1']]);
  const folder = t.testdir();
  t.equal(readStrengthRecord(folder), undefined);
  writeStrengthRecord(folder, after);
  t.strictSame(readStrengthRecord(folder), after);
  rmSync(path.join(folder, 'strength.json'));
  t.match(renderCredits(credits, []), `${two.id} notices no fault\n1 of 2 cases notice no fault, 0 more`);
  const idle = [readIdleCase(two.id, 'it is about the host', '', 1)];
  t.match(renderCredits(credits, idle), /^0 of 2 cases notice no fault, 1 more/);
  const fate = { fault: first, killers: [one.id], reachedBy: [] };
  t.equal(renderOnly([fate, { ...fate, killers: ['x', 'y'] }]), `only ${one.id} notices 1:\n  ${first.id}\n`);
});

function account(killer: string) {
  return { killers: new Set([killer]), passed: new Set<string>() };
}
