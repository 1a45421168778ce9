// The register of faults that no case can notice, each with the reason: equivalents.yaml.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { type Located, readYaml } from '../../model/input/read-located.ts';
import { compileReference, readCompiled } from './compiled-reference.ts';
import type { Fault } from './fault.ts';
import { seedFaults } from './seed-faults.ts';

const registerSchema = z.array(
  z.strictObject({
    reason: z.string().min(20),
    /** By id what is changed, so that an id that has come to mean another fault is noticed. */
    faults: z.record(z.string(), z.string()),
  }),
);

export interface Equivalents {
  /** By id of the fault. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Entries about faults that there are not, as `file:line: what is wrong and what to do`. */
  readonly stale: readonly string[];
  readonly placeOf: (id: string) => string;
}

/** @throws {UsageError} when the register can't be read. */
export function readEquivalents(file: string, faults: readonly Fault[]): Equivalents {
  const register = readYaml(file, registerSchema, 'a register of equivalents');
  const known = new Map(faults.map((fault) => [fault.id, fault]));
  const places = new Map<string, string>();
  const reasons = new Map<string, string>();
  const stale: string[] = [];
  for (const [index, { reason, faults: entries }] of register.value.entries()) {
    for (const [id, change] of Object.entries(entries)) {
      places.set(id, placeIn(file, register, [index, 'faults', id]));
      const fault = known.get(id);
      if (fault?.change === change) reasons.set(id, reason);
      else stale.push(`${places.get(id)}: ${complaint(id, fault)}`);
    }
  }
  return { reasons, stale, placeOf: (id) => places.get(id) ?? file };
}

/** What is wrong with the entries of a register, without a measurement. */
export function checkRegister(file: string): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'modspec-register-'));
  try {
    compileReference(folder);
    return readEquivalents(file, seedFaults(readCompiled(folder)).faults).stale;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function complaint(id: string, fault: Fault | undefined): string {
  return fault
    ? `${id} is another fault now: ${fault.change}; look at the reason again, then correct the text or remove the entry`
    : `there is no fault ${id} any more; remove the entry`;
}

function placeIn<T>(file: string, register: Located<T>, path: readonly PropertyKey[]): string {
  return `${file}:${register.lineOf(path)}`;
}
