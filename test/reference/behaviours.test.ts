// Flags name the rules that they decide, and cases of these rules show it; values are explained; flags stand in the order
// of the pages.

import path from 'node:path';
import { test } from 'tap';
import type { Case } from '../../model/case.ts';
import { packageRoot } from '../../model/package-root.ts';
import { flags as nodeFlags } from '../../reference/behaviours/behaviours.ts';
import { flags as deploydFlags } from '../../reference/deployd/behaviours.ts';
import { deploydBehavioursOf, deploydColumnsOf, deploydEditions } from '../../reference/deployd/editions.ts';
import { behavioursOf, columnsOf, referenceEditions } from '../../reference/editions/editions.ts';
import { readPages } from '../../suite/pages/read-pages.ts';
import { type DescribedFlag, readFlags } from './read-flags.ts';

type History = Readonly<Record<string, string | readonly string[]>>;

interface Family {
  readonly table: Readonly<Record<string, History>>;
  /** By the folder of the specification that it is about, the file. */
  readonly files: Readonly<Record<string, string>>;
  readonly editions: readonly string[];
  readonly valuesOf: (edition: string) => Readonly<Record<string, unknown>>;
  readonly columnsOf: (edition: string) => readonly string[];
}

const names = [
  '02-specifiers',
  '03-files',
  '04-folders',
  '05-node-modules',
  '06-exports',
  '07-imports',
  '08-modules',
  '09-require',
  '10-caching',
  '12-errors',
  '13-program',
  '14-es-modules',
  '15-import',
  '16-systems',
];

const families: Readonly<Record<string, Family>> = {
  Node: {
    table: nodeFlags,
    files: Object.fromEntries(
      names.map((name) => [name, `reference/behaviours/${name.replace(/^\d+-/, '')}.ts`]),
    ),
    editions: referenceEditions,
    valuesOf: behavioursOf,
    columnsOf,
  },
  Deployd: {
    table: deploydFlags,
    files: { '17-deployd': 'reference/deployd/behaviours.ts' },
    editions: deploydEditions,
    valuesOf: deploydBehavioursOf,
    columnsOf: deploydColumnsOf,
  },
};

const pages = readPages(path.join(packageRoot, 'spec'));
const rules = pages.flatMap((page) => page.rules.map(({ id }) => ({ id, folder: page.place.split('/')[0] })));
const order = new Map(rules.map(({ id }, position) => [id, position]));
const cases = pages.flatMap((page) => page.cases);

for (const [name, family] of Object.entries(families)) {
  const described = Object.values(family.files).flatMap(readFlags);

  test(`the flags of ${name} are in the order of the pages, each in the file of its folder`, async (t) => {
    t.strictSame(
      described.map((flag) => flag.name),
      Object.keys(family.table),
      'every flag has a comment',
    );
    for (const { name, place, rules: named } of described) {
      t.ok(named.length > 0, `${place}: ${name} decides a rule`);
      t.strictSame(
        named.filter((id) => !order.has(id)),
        [],
        `${place}: the rules of ${name} exist`,
      );
    }
    for (const [folder, file] of Object.entries(family.files)) {
      const first = described
        .filter(({ place }) => place.startsWith(`${file}:`))
        .map((flag) => flag.rules[0]);
      t.strictSame(
        first.map((id) => rules.find((rule) => rule.id === id)?.folder),
        first.map(() => folder),
        `the first rule of each flag in ${file} is on a page of ${folder}`,
      );
    }
    for (const [index, { name, place }] of described.entries()) {
      const [before, own] = [described[index - 1], described[index]].map((flag) => flag?.rules[0] ?? '');
      const isInOrder = index === 0 || Number(order.get(before ?? '')) <= Number(order.get(own ?? ''));
      t.ok(isInOrder, `${place}: ${name} is behind the flags whose first rule comes before ${own}`);
    }
  });

  test(`the values of the flags of ${name} are explained, and each is that of an edition`, async (t) => {
    for (const { name, place, explained } of described) {
      const used = family.editions.flatMap((edition) => family.valuesOf(edition)[name]);
      t.strictSame(new Set(explained), new Set(used), `${place}: ${name}`);
    }
  });

  test(`a flag of ${name} names the editions in which it changes and no others`, async (t) => {
    for (const { name, place } of described) {
      for (const [before, after] of changesOf(name, family)) {
        const [old, now] = [before, after].map((edition) => family.valuesOf(edition)[name]);
        t.not(JSON.stringify(old), JSON.stringify(now), `${place}: ${name} changes in ${after}`);
      }
    }
  });

  test(`no two flags of ${name} change together and decide the same rules`, async (t) => {
    const kinds = described.map((flag) => {
      const values = family.editions.map((edition) => JSON.stringify(family.valuesOf(edition)[flag.name]));
      return JSON.stringify([values.map((value) => values.indexOf(value)), [...flag.rules].sort()]);
    });
    for (const [index, { name, place }] of described.entries()) {
      t.equal(kinds.indexOf(kinds[index] ?? ''), index, `${place}: ${name} is a flag of its own`);
    }
  });

  test(`where a flag of ${name} changes, a case of its rules expects something else`, async (t) => {
    for (const flag of described) {
      const changes = changesOf(flag.name, family);
      for (const change of changes) {
        const isSeen = flag.rules.some((rule) => isSeenIn(rule, change, flag.name, family));
        compareSeen(t.equal, flag, change[1] ?? '', isSeen);
      }
      for (const rule of flag.rules) {
        const isSeen = changes.some((change) => isSeenIn(rule, change, flag.name, family));
        compareSeen(t.equal, flag, rule, isSeen);
      }
    }
  });
}

/** The editions in which a flag changes, each with the one before. */
function changesOf(name: string, { table, columnsOf }: Family): (readonly [string, string])[] {
  const [, ...later] = Object.keys(table[name] ?? {});
  return later.map((after) => [columnsOf(after)[1] ?? '', after]);
}

type Equal = (found: unknown, wanted: unknown, message: string) => boolean;

function compareSeen(
  equal: Equal,
  { name, place, unseen }: DescribedFlag,
  what: string,
  isSeen: boolean,
): void {
  const reason = unseen.get(what);
  const message = `${place}: cases show what ${name} is in ${what}, or there is a reason why they can't`;
  equal(isSeen, reason === undefined, reason === undefined ? message : `${message}: ${reason}`);
}

/** Whether a case of the rule expects something else before and after a change. */
function isSeenIn(
  rule: string,
  [before, after]: readonly [string, string],
  name: string,
  { editions, valuesOf }: Family,
): boolean {
  const valueIn = (edition: string): string => JSON.stringify(valuesOf(edition)[name]);
  // A case that is silent in the edition before is compared with one before that, if the flag is the same there.
  const same = editions
    .slice(0, editions.indexOf(before) + 1)
    .filter((one) => valueIn(one) === valueIn(before))
    .reverse();
  return cases.some(
    (item) => item.rule === rule && item.questions.some((question) => differs(question, same, after)),
  );
}

function differs({ expect }: Case['questions'][number], before: readonly string[], after: string): boolean {
  const expectedIn = (edition: string): string => {
    const { editions: _, ...expected } = expect.find(({ editions }) => editions.includes(edition)) ?? {};
    return JSON.stringify(expected);
  };
  const old = before.map(expectedIn).find((expected) => expected !== '{}');
  const now = expectedIn(after);
  return old !== undefined && now !== '{}' && old !== now;
}
