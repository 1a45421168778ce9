// A folder of answers of versions: a run file for each version that was asked, and a list of those that can't be driven.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readJson } from '../../model/input/read-json.ts';
import { packageVersion } from '../../model/package-root.ts';
import { type Run, runSchema } from '../../model/run.ts';
import type { VersionAnswer } from './ask-version.ts';

export interface KeptAnswers {
  /** The answer of an earlier command; undefined if there is none to the same question. */
  read(spec: string): VersionAnswer | undefined;
  write(spec: string, answer: VersionAnswer): void;
}

/** What an answer must be an answer to. The edition is any as long as it is undefined. */
export interface AskedOf {
  /** The fingerprint of the cases. */
  readonly selection: string;
  readonly edition: () => string | undefined;
}

const listSchema = z.object({
  modspec: z.string(),
  node: z.string(),
  notDriven: z.record(z.string(), z.string()).describe('the reason, by the value of --impl'),
});

/** @param write writes a file whole or not at all */
export function keepAnswers(
  folder: string,
  wanted: AskedOf,
  write: (file: string, text: string) => void,
): KeptAnswers {
  const list = path.join(folder, 'not-driven.json');
  const runOf = (spec: string) => path.join(folder, `${spec.replaceAll('/', '+')}.json`);
  return {
    read: (spec) => {
      const reason = readList(list)[spec];
      if (reason !== undefined) return { kind: 'not driven', reason, isPassing: false };
      const run = readRun(runOf(spec));
      return run && isAnswerTo(run, spec, wanted) ? { kind: 'asked', run } : undefined;
    },
    write: (spec, answer) => {
      if (answer.kind === 'asked') write(runOf(spec), `${JSON.stringify(answer.run)}\n`);
      else {
        const notDriven = { ...readList(list), [spec]: answer.reason };
        write(list, `${JSON.stringify({ ...today(), notDriven }, undefined, 2)}\n`);
      }
    },
  };
}

function isAnswerTo({ header, footer }: Run, spec: string, { selection, edition }: AskedOf): boolean {
  const [ran] = header.implementations;
  return (
    footer.complete &&
    header.modspec === packageVersion() &&
    header.selection === selection &&
    header.platform.node === process.versions.node &&
    ran?.spec === spec &&
    ran.edition === (edition() ?? ran.edition)
  );
}

/** What another modspec or another Node could not drive, these may. */
function readList(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  const { modspec, node, notDriven } = readJson(file, listSchema, 'a list of versions that cannot be driven');
  return modspec === today().modspec && node === today().node ? notDriven : {};
}

function today(): { modspec: string; node: string } {
  return { modspec: packageVersion(), node: process.versions.node };
}

/** Undefined also for a broken file: the version is then asked again. */
function readRun(file: string): Run | undefined {
  try {
    return runSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
