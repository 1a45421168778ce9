// Probes: the questions to the file system that decide which file is found.

import type { ResolverContext } from './context.ts';
import { nulAfterFile } from './errors.ts';
import { note } from './trace.ts';

/** The label of the step that tries each extension; `other` is for those that a program registered. */
export type Steps = Readonly<Record<'.js' | '.json' | '.node' | 'other', string>>;

/** The real path of a file, if there is one at this path. */
export function probeFile(context: ResolverContext, step: string, path: string): string | undefined {
  refuseNul(context, path);
  const found = context.files.kindOf(path) === 'file';
  note(context, step, found ? 'found' : 'missing', path);
  if (!found) return undefined;
  return context.preservesLinks.modules ? path : context.files.realpath(path);
}

/** Lines from 4 on end the path of a probe at a NUL, and only then fail on the whole of it. */
function refuseNul(context: ResolverContext, path: string): void {
  const nul = path.indexOf('\0');
  if (nul < 0 || context.behaviours.nulAfterFile === 'finds nothing') return;
  if (context.files.kindOf(path.slice(0, nul)) === 'file')
    throw nulAfterFile(context.behaviours.nulAfterFile, path);
}

/** The real path of the first file that a path with one of the registered extensions names. */
export function probeExtensions(context: ResolverContext, steps: Steps, path: string): string | undefined {
  for (const extension of context.extensions()) {
    const found = probeFile(context, stepOf(steps, extension), path + extension);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stepOf(steps: Steps, extension: string): string {
  return extension === '.js' || extension === '.json' || extension === '.node'
    ? steps[extension]
    : steps.other;
}
