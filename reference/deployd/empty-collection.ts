// Replaces collections, which would need a database, by one that never holds anything.

import type { Resource, ResourceContext } from './types.ts';

export class EmptyCollection implements Resource {
  readonly path: string;

  constructor(name: string) {
    this.path = `/${name}`;
  }

  handle(context: ResourceContext): void {
    context.done(null, []);
  }
}
