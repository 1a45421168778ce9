// Writes a site into a folder that the user named, in place of the site that is there. Nobody's files are deleted: a folder with
// anything else in it is refused.

import { randomBytes } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { makeFolder } from '../../model/make-folder.ts';
import { packageVersion } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { SiteFile } from '../../reports/site/frame/site-data.ts';

/** It lists the files of the site, so that the next one knows what it may replace. */
const listName = 'modspec-site.json';

const listSchema = z.object({ kind: z.literal('modspec site'), files: z.array(z.string()) });

/**
 * Writes the whole site or nothing: into a folder beside it, which then takes its place.
 * @returns false if it was interrupted; then nothing has changed
 * @throws {UsageError} if the folder holds something else than a site, or can't be written
 */
export async function writeSite(
  folder: string,
  files: Iterable<SiteFile>,
  signal: AbortSignal,
): Promise<boolean> {
  const place = placeOf(folder);
  const suffix = randomBytes(4).toString('hex');
  const part = `${place}.${suffix}.part`;
  try {
    makeFolder(path.dirname(place));
    if (!(await writeFiles(part, files, signal))) return false;
    checkPlace(folder);
    takePlace(part, place, `${place}.${suffix}.old`);
    return true;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write the site: ${error instanceof Error ? error.message : String(error)}`, {
      file: folder,
    });
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** @throws {UsageError} if something else than a site would be replaced */
export function checkPlace(folder: string): void {
  const place = placeOf(folder);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw refusal(folder, 'it is not a folder');
  const there = filesIn(place);
  if (there.length === 0) return;
  const own = readList(place);
  if (own === undefined) throw refusal(folder, 'the folder holds files and is not a site that modspec wrote');
  const foreign = there.find((file) => file !== listName && !own.has(file));
  if (foreign !== undefined) throw refusal(folder, `${foreign} in it is not of the site that modspec wrote`);
}

function refusal(folder: string, why: string): UsageError {
  return new UsageError(`--out ${folder}: ${why}; choose another folder, or remove it yourself`);
}

/** A link is followed. */
function placeOf(folder: string): string {
  const place = path.resolve(folder);
  return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(place) : place;
}

/** Below the folder, with forward slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !lstatSync(path.join(folder, file)).isDirectory())
    .map((file) => file.split(path.sep).join('/'));
}

function readList(folder: string): ReadonlySet<string> | undefined {
  try {
    const text = readFileSync(path.join(folder, listName), 'utf8');
    return new Set(listSchema.parse(JSON.parse(text)).files);
  } catch {
    return undefined;
  }
}

/** So many files are written before an interruption is noticed. */
const atOnce = 100;

async function writeFiles(folder: string, files: Iterable<SiteFile>, signal: AbortSignal): Promise<boolean> {
  const written: string[] = [];
  for (const file of files) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text, { flag: 'wx' });
    if (written.push(file.path) % atOnce === 0) await setImmediate();
    if (signal.aborted) return false;
  }
  const list = { kind: 'modspec site', modspec: packageVersion(), files: written };
  writeFileSync(path.join(folder, listName), `${JSON.stringify(list)}\n`, { flag: 'wx' });
  return true;
}

/** If the new site can't take the place, the old one returns to it. */
function takePlace(part: string, place: string, aside: string): void {
  const wasThere = lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  if (wasThere) renameSync(place, aside);
  try {
    renameSync(part, place);
  } catch (error) {
    if (wasThere) renameSync(aside, place);
    throw error;
  }
  if (wasThere) rmSync(aside, { recursive: true, force: true });
}
