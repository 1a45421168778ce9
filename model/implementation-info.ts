// How an implementation introduces itself, through its host or as an export of its adapter.

import * as z from 'zod';
import { platforms } from './platform.ts';

export const implementationInfoSchema = z.object({
  name: z.string().min(1).max(200),
  version: z.string().max(100).optional().describe('version of the implementation, not of its adapter'),
  homepage: z.string().max(500).optional(),
  edition: z.string().optional(),
  capabilities: z.array(z.string()).optional(),
  platforms: z
    .array(z.enum(platforms))
    .optional()
    .describe('whose rules of paths it takes as a parameter; it is then asked about each of them'),
});
export type ImplementationInfo = z.infer<typeof implementationInfoSchema>;
