// Probes: the questions to the file system that decide which file is found.

import type { ResolverContext } from './context.ts';
import { nulAfterFile } from './errors.ts';
import { note } from './trace.ts';

/** The label of the step that tries each extension; `other` is for those that a program registered. */
export type Steps = Readonly<Record<'.js' | '.json' | '.node' | 'other', string>>;

/** The real path of a file, if there is one at this path. */
export function probeFile(at: ResolverContext, step: string, path: string): string | undefined {
  refuseNul(at, path);
  const found = at.files.kindOf(path) === 'file';
  note(at, step, found ? 'found' : 'missing', path);
  if (!found) return undefined;
  return at.preservesLinks.modules ? path : at.files.realpath(path);
}

/** Lines from 4 on end the path of a probe at a NUL, and only then fail on the whole of it. */
function refuseNul(at: ResolverContext, path: string): void {
  const nul = path.indexOf('\0');
  if (nul < 0 || at.behaviours.nulAfterFile === 'namesNothing') return;
  if (at.files.kindOf(path.slice(0, nul)) === 'file') throw nulAfterFile(at.behaviours.nulAfterFile, path);
}

/** The real path of the first file that a path with one of the registered extensions names. */
export function probeExtensions(at: ResolverContext, steps: Steps, path: string): string | undefined {
  for (const extension of at.extensions()) {
    const found = probeFile(at, stepOf(steps, extension), path + extension);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stepOf(steps: Steps, extension: string): string {
  return extension === '.js' || extension === '.json' || extension === '.node'
    ? steps[extension]
    : steps.other;
}
