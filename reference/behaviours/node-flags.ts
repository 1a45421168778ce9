// Flags of the editions of Node.

import type { History } from './flags.ts';
import type { Line } from './lines.ts';

type Column = 'locked' | `node-${Line}`;

/** A flag begins with the first line. `locked` has a column only where the text does not do what Node 4 does. */
export type NodeFlags = Readonly<Record<string, History<Column, 'node-0.10'>>>;
