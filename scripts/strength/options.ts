// What `npm run strength` was asked to measure.

import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import picomatch from 'picomatch';
import type { Case } from '../../model/case.ts';
import { editions } from '../../model/editions.ts';
import type { Fault } from './fault.ts';
import { filesLeftToTests } from './left-to-tests.ts';

export interface Options {
  /** Globs; all where there is none. Servers are slow to ask: theirs are only measured when they are named. */
  readonly cases: readonly string[];
  readonly isWanted: (fault: Fault) => boolean;
  /** The files whose faults are left to tests; none where faults are named. */
  readonly left: ReadonlySet<string>;
  /** Undefined for all that the cases speak of. */
  readonly editions: readonly string[] | undefined;
  readonly jobs: number;
  /** How many cases must notice a fault. */
  readonly wanted: number;
  /** Whether cases without credit are asked about more than they were while faults were hunted, and all go on record. */
  readonly credits: boolean;
  /** Whether only the register of equivalents is looked at, and no case is asked. */
  readonly check: boolean;
  readonly verbose: boolean;
}

export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      fault: { type: 'string', multiple: true, default: [] },
      case: { type: 'string', multiple: true, default: [] },
      edition: { type: 'string', multiple: true },
      jobs: { type: 'string', default: String(availableParallelism()) },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const isNamed = picomatch(values.fault);
  const left = values.fault.length === 0 ? filesLeftToTests() : new Set<string>();
  const hunts = values.fault.length > 0 || values.case.length === 0;
  const credits = values.fault.length === 0 && !values.quick;
  return {
    cases: values.case,
    isWanted: ({ id, file }) => (values.fault.length === 0 ? !left.has(file) : isNamed(id)),
    left,
    editions: values.edition,
    jobs: Number(values.jobs),
    wanted: !hunts ? 0 : values.quick ? 1 : 2,
    credits,
    check: values.check,
    verbose: values.verbose,
  };
}

/** Servers are left out unless cases are named. */
export function casesOf(all: readonly Case[], { cases }: Options): Case[] {
  return cases.length > 0 ? [...all] : all.filter(({ level }) => level !== 'deployd');
}

/** Those that were named, or all of the families that the cases belong to. */
export function measuredEditions(cases: readonly Case[], { editions: named }: Options): readonly string[] {
  const families = new Set(cases.map(({ level }) => (level === 'deployd' ? 'deployd' : 'node')));
  return named ?? editions.filter(({ family }) => families.has(family)).map(({ id }) => id);
}

/** Names the files that keep what this Node found in these editions. */
export function keyOfEditions(ids: readonly string[]): string {
  return createHash('sha256')
    .update([process.version, ...ids].join())
    .digest('hex')
    .slice(0, 8);
}
