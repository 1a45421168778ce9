// What the linter looks at, for tests that are about a part of it.

import { referenceTracer } from '../../analysis/steps/reference-tracer.ts';
import type { Subject } from '../../suite/lint/subject/subject.ts';

export function subjectOf(parts: Partial<Subject>): Subject {
  return {
    tracer: referenceTracer,
    whole: true,
    outlines: [],
    refused: [],
    pages: [],
    drafts: [],
    registers: [],
    statements: [],
    evidence: new Map(),
    idle: [],
    ids: new Map(),
    published: [],
    glossary: [],
    documents: [],
    ...parts,
  };
}
