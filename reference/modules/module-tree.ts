// The tree of modules: which has first required which.

import type { Behaviours } from '../behaviours/behaviours.ts';
import type { CommonJsModule, ModuleSystem, Parent } from './module-types.ts';

/**
 * Records a child. A program may have made of `children` something that is not an array.
 * @param mayBeThere whether the child is looked for first
 */
export function addChild(
  { childrenList }: Behaviours,
  parent: Parent,
  child: CommonJsModule,
  mayBeThere: boolean,
): void {
  const children = parent?.children;
  if (!children) return;
  const { includes, push } = childrenList === 'is used as an array' ? Array.prototype : children;
  if (!mayBeThere || !includes.call(children, child)) push.call(children, child);
}

export function removeChild(parent: Parent, child: CommonJsModule): void {
  if (!Array.isArray(parent?.children)) return;
  const index = parent.children.indexOf(child);
  if (index >= 0) parent.children.splice(index, 1);
}

/** The parent that the loader knows of a module. Where modules inherit `parent`, an object that is not one has none. */
export function parentOf({ context, parents }: ModuleSystem, module: CommonJsModule): Parent {
  return context.behaviours.moduleParent === 'is inherited' ? parents.get(module) : module.parent;
}
