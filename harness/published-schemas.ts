// The JSON Schemas that ship in schemas/, for adapters, editors and runners in any language.

import stringify from 'json-stringify-pretty-compact';
import * as z from 'zod';
import { historySchema } from '../model/history.ts';
import type { GeneratedFile } from '../suite/cases/generate-cases.ts';
import { manifestSchema } from './adapters/manifest-adapter.ts';
import { baselineSchema } from './baseline/baseline.ts';
import {
  introductionSchema,
  runReplySchema,
  runRequestSchema,
  startReplySchema,
  startRequestSchema,
  stopRequestSchema,
} from './hosts/protocol.ts';

import { projectSchema } from './project/project-schema.ts';

const published: Readonly<Record<string, readonly [title: string, schema: z.ZodType]>> = {
  'start.schema.json': ['modspec to adapter: introduce yourself', startRequestSchema],
  'start-reply.schema.json': [
    'adapter to modspec: introduction',
    startReplySchema.omit({ offers: true }).extend({ implementation: introductionSchema }),
  ],
  'run.schema.json': ['modspec to adapter: questions of a case for the implementation', runRequestSchema],
  'run-reply.schema.json': ['adapter to modspec: answers of the implementation', runReplySchema],
  'stop.schema.json': ['modspec to adapter: stop', stopRequestSchema],
  'baseline.schema.json': ['a baseline: accepted failures, with reasons', baselineSchema],
  'project.schema.json': ['modspec.config.json: what modspec run does in a project', projectSchema],
  'history.schema.json': [
    'in which versions of an implementation each rule holds, as modspec history writes',
    historySchema,
  ],
  'manifest.schema.json': ['modspec.json: the program that drives an implementation', manifestSchema],
};

/** Every file of schemas/, as its text should be. */
export function publishedSchemas(): GeneratedFile[] {
  return Object.entries(published).map(([name, [title, schema]]) => ({
    name,
    text: `${stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, { maxLength: 110 })}\n`,
  }));
}
