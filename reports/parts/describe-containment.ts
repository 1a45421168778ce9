// What kept the implementations in, in one line.

import { inert } from '../../model/inert.ts';
import type { Run } from '../../model/run.ts';

/** As harmless text; undefined if nobody asked for it. */
export function describeContainment({ header: { containment } }: Run): string | undefined {
  if (!containment) return undefined;
  const { protections, reason } = containment;
  if (protections.length > 0) return `contained: ${protections.join(', ')}`;
  return `not contained: ${inert(reason ?? 'the system does not offer it').replace(/\s+/g, ' ')}`;
}
