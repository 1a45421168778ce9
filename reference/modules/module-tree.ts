// The tree of modules: which has first required which.

import type { CommonJsModule, Parent } from './module-types.ts';

/** Records a child once. */
export function addChild(parent: Parent, child: CommonJsModule): void {
  if (parent?.children && !parent.children.includes(child)) parent.children.push(child);
}

export function removeChild(parent: Parent, child: CommonJsModule): void {
  if (!Array.isArray(parent?.children)) return;
  const index = parent.children.indexOf(child);
  if (index >= 0) parent.children.splice(index, 1);
}
