// The places that were looked at for a file, why each lost, and what else would have been found.

import type { FileSystem, Outcome, TraceEvent } from '../../reference/index.ts';

/** A place that was, or could have been, looked at for a file. */
export interface Candidate {
  readonly path: string;
  /** The step that looks there. */
  readonly step: string;
  readonly chosen: boolean;
  readonly why: string;
}

/** What happened when something was asked. */
export interface Taken {
  /** Without the steps of small operations. */
  readonly events: readonly TraceEvent[];
  /** The step that found the file; undefined if there is none. */
  readonly found: TraceEvent | undefined;
}

/** @param askAgain asks the same with other files */
export function findCandidates(
  { events, found }: Taken,
  files: FileSystem,
  askAgain: (files: FileSystem) => Taken,
): Candidate[] {
  const probed = events
    .flatMap((event) => toCandidate(event, event === found, files))
    .filter((candidate, index, all) => candidate.chosen || isFirst(candidate, index, all));
  const hidden = findHiddenByMap(events, () => askAgain(withoutExports(files)));
  return [...probed, ...hidden, ...findRunnersUp(probed, files, askAgain)];
}

function toCandidate({ step, outcome, path }: TraceEvent, chosen: boolean, files: FileSystem): Candidate[] {
  if (path === undefined) return [];
  if (chosen) return [{ path, step, chosen: true, why: 'is a file, and the first one found' }];
  const why = whyLost(step, outcome, path, files);
  return why === undefined ? [] : [{ path, step, chosen: false, why }];
}

function whyLost(step: string, outcome: Outcome, path: string, files: FileSystem): string | undefined {
  if (outcome === 'missing') return absenceOf(path, files);
  if (outcome !== 'holds') return undefined;
  if (absenceSteps.includes(step)) return absenceOf(path, files);
  if (step === 'LOAD_MAIN 2' && files.kindOf(path) === 'file') return 'has no main that counts';
  return undefined;
}

/** The steps that pass over what is not a folder, and those that refuse what is not a file. */
const absenceSteps = [
  'REQUIRE 4.ii.a',
  'REQUIRE 4.ii.b',
  'LOAD_AS_DIRECTORY 1',
  'LOAD_NODE_MODULES 3.i',
  'PACKAGE_RESOLVE 9',
  'RESOLVE_FILE_URL 3',
  'RESOLVE_FILE_URL 5',
  'RESOLVE_FILE_URL 6',
];

/** A place that was looked at twice is named once. */
function isFirst({ path }: Candidate, index: number, all: readonly Candidate[]): boolean {
  return all.findIndex((other) => other.path === path) === index;
}

function absenceOf(path: string, files: FileSystem): string {
  switch (files.kindOf(path)) {
    case 'folder':
      return 'is a folder';
    case 'unreachable':
      return "can't be looked at";
    case 'file':
      return 'is a file';
    case undefined:
      return 'is not there';
  }
}

const mostRunnersUp = 10;

/** The files that would have been found if those before them were missing. */
function findRunnersUp(
  probed: readonly Candidate[],
  files: FileSystem,
  askAgain: (files: FileSystem) => Taken,
): Candidate[] {
  const hidden = new Set(probed.filter(({ chosen }) => chosen).map(({ path }) => path));
  const runnersUp: Candidate[] = [];
  if (hidden.size === 0) return [];
  while (runnersUp.length < mostRunnersUp) {
    const { found } = askAgain(without(files, hidden));
    if (found?.path === undefined || hidden.has(found.path)) break;
    hidden.add(found.path);
    runnersUp.push({ path: found.path, step: found.step, chosen: false, why: 'is there, but comes later' });
  }
  return runnersUp;
}

/** The file of a package that would be found if the package had no map of what others may ask for. */
function findHiddenByMap(events: readonly TraceEvent[], askWithoutMap: () => Taken): Candidate[] {
  const asked = events.find(({ step }) => step.startsWith('PACKAGE_EXPORTS_RESOLVE '));
  if (asked === undefined) return [];
  const path = askWithoutMap().found?.path;
  if (path === undefined || events.some((event) => event.path === path)) return [];
  const why = "is there, but the package's exports do not name it";
  return [{ path, step: asked.step, chosen: false, why }];
}

/** A file system in which some files are missing. */
function without(files: FileSystem, hidden: ReadonlySet<string>): FileSystem {
  return { ...files, kindOf: (path) => (hidden.has(path) ? undefined : files.kindOf(path)) };
}

/** A file system in which no package says what others may ask for. */
function withoutExports(files: FileSystem): FileSystem {
  const readFile = (path: string) => {
    const content = files.readFile(path);
    if (!/(?:^|[\\/])package\.json$/.test(path)) return content;
    const { exports: _, ...rest } = Object(JSON.parse(Buffer.from(content).toString('utf8')));
    return Buffer.from(JSON.stringify(rest));
  };
  return { ...files, readFile };
}
