// What is read for its words: the pages, without what only the parser reads in them, and the documents beside them.

import { avoidedColumn } from './glossary.ts';
import { proseIn, type RunningText } from './prose.ts';
import type { Subject } from './subject.ts';

export interface ReadText {
  readonly file: string;
  readonly prose: readonly RunningText[];
}

export function readTexts({ outlines, documents }: Subject): ReadText[] {
  const pages = outlines.map(({ file, text }) => ({ file, prose: proseIn(text).filter(isNotProperty) }));
  const others = documents.map(({ file, text }) => ({ file, prose: proseIn(text, [avoidedColumn]) }));
  return [...pages, ...others];
}

/** Values of properties are names: of sources, of their sections, of needs. */
function isNotProperty({ text }: RunningText): boolean {
  return !/^(?:Requirement|Source|Level|Needs|Environment|Arguments|Entry|Exit code|Uncaught error|Silent|Then|Status)(?: \([^)]*\))?:/.test(
    text,
  );
}
