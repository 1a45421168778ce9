// The register of former ids of the bundled pages, as the build read it: a run must not wait for the parser of YAML.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtFile, packageRoot } from '../../model/package-root.ts';
import type { FormerId } from './id-register.ts';
import { type IdRegister, idRegisterName } from './id-register.ts';

/** The file in which the build stores the register. */
export const builtRegisterFile: string = builtFile('former-ids.json');

const registerFile = path.join(packageRoot, 'spec', idRegisterName);

interface BuiltRegister {
  /** A digest of the text that the build read. */
  readonly digest: string;
  readonly entries: readonly FormerId[];
}

/** The text of `builtRegisterFile` for the register as it is now. */
export function writtenRegister(register: IdRegister): string {
  return JSON.stringify({
    digest: digestOfRegister(),
    entries: [...register.values()],
  } satisfies BuiltRegister);
}

/** Undefined if there has been no build since the register was changed. */
export function readBuiltRegister(): IdRegister | undefined {
  if (!existsSync(builtRegisterFile)) return undefined;
  const { digest, entries } = JSON.parse(readFileSync(builtRegisterFile, 'utf8')) as BuiltRegister;
  if (digest !== digestOfRegister()) return undefined;
  return new Map(entries.map((entry) => [entry.id, { ...entry, file: registerFile }]));
}

function digestOfRegister(): string {
  const text = existsSync(registerFile) ? readFileSync(registerFile) : '';
  return createHash('sha256').update(text).digest('base64');
}
