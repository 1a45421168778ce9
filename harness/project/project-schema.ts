// What a project file holds: what `modspec run` is to do without any flag.

import * as z from 'zod';
import { editionIds } from '../../model/editions.ts';
import { platforms } from '../../model/platform.ts';

export const projectSchema = z.strictObject({
  $schema: z.string().optional(),
  implementations: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('the values of --impl; paths are relative to the folder of this file'),
  edition: z
    .enum(editionIds as [string, ...string[]])
    .optional()
    .describe("the edition to judge by; without it, each implementation's own"),
  platform: z
    .enum(platforms)
    .optional()
    .describe('whose rules of paths are followed; without it, those of the machine'),
  spec: z
    .string()
    .min(1)
    .optional()
    .describe('your own page or folder of pages, instead of the bundled cases'),
  cases: z.array(z.string().min(1)).optional().describe('globs of ids or PAGE/ID: only these cases'),
  baseline: z.string().min(1).optional().describe('the file of the accepted failures'),
  formats: z
    .array(z.string().min(1))
    .optional()
    .describe('the values of --format, such as "pretty" or "html=out/report.html"'),
  jobs: z.int().positive().optional().describe('how many hosts run at the same time'),
  timeout: z.int().positive().optional().describe('the time limit of a case, in milliseconds'),
});

/** A project file as it is written. */
export type ProjectFile = z.infer<typeof projectSchema>;
