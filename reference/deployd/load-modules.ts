// Evaluating the modules of an app, and collecting the Resource Types among them.

import { join } from 'node:path';
import type { Require } from '../index.ts';
import type { DeploydBehaviours } from './behaviours.ts';
import type { ResourceType, ResourceTypes } from './types.ts';

/**
 * Requires each module by its absolute path, one right after another.
 * @throws whatever a module throws that stops the server; later modules have not run then.
 */
export function loadModules(
  app: string,
  names: readonly string[],
  require: Require,
  behaviours: DeploydBehaviours,
): ResourceTypes {
  const types: ResourceTypes = new Map();
  for (const name of names) {
    const exports = requireOrLeaveOut(join(app, 'node_modules', name), require, behaviours);
    if (isResourceType(exports)) types.set(exports.name, exports);
  }
  return types;
}

function requireOrLeaveOut(path: string, require: Require, { missingModule }: DeploydBehaviours): unknown {
  try {
    return require(path);
  } catch (error) {
    if (missingModule === 'stops the server' || !isLeftOut(error)) throw error;
    return undefined;
  }
}

/** By its code alone, so also when it is not the module itself that is missing; and so is nothing at all. */
function isLeftOut(error: unknown): boolean {
  return !error || (error as { code?: unknown }).code === 'MODULE_NOT_FOUND';
}

/** The export itself, by the mark on its prototype. */
function isResourceType(exports: unknown): exports is ResourceType {
  const prototype = (exports as { prototype?: { __resource__?: unknown } } | null | undefined)?.prototype;
  return Boolean(prototype?.__resource__);
}
