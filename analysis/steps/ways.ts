// The ways that a case takes through the algorithms: the steps of each resolution, in order, with what came of them.

import { posix } from 'node:path';
import type { Case, Question } from '../../model/case.ts';
import { textOf } from './ask-reference.ts';
import { scanRequires } from './scan-requires.ts';
import { type TracedResolution, tracedEdition, traceResolution } from './trace-resolution.ts';
import { treeFileSystem, treeRoot } from './tree-file-system.ts';

/** Of a program, the ways of the specifiers that its texts name; it is not run. A server takes none. */
export function waysOf(item: Case): Set<string> {
  return new Set(item.questions.flatMap((question) => tracesOf(item, question)).map(toWay));
}

function tracesOf(item: Case, question: Question): TracedResolution[] {
  const edition = tracedEdition(question);
  switch (question.kind) {
    case 'resolve':
      return [traceResolution(item, { ...question, edition })];
    case 'run':
      return followProgram(item, question.entry, edition);
    case 'serve':
      return [];
  }
}

function followProgram(item: Case, entry: string, edition: string): TracedResolution[] {
  const files = treeFileSystem(item.tree);
  const reached = new Set([entry]);
  const traces: TracedResolution[] = [];
  for (const from of reached) {
    for (const specifier of scanRequires(textOf(files, posix.join(treeRoot, from)))) {
      const trace = traceResolution(item, { specifier, from, edition });
      traces.push(trace);
      if (trace.found !== undefined) reached.add(trace.found);
    }
  }
  return traces;
}

/** A step that is taken again at once, as for the next folder, counts once. */
function toWay({ steps, error }: TracedResolution): string {
  const taken = steps.map(({ label, outcome }) => `${label} ${outcome}`);
  return [...taken.filter((step, at) => step !== taken[at - 1]), error ?? 'found'].join(', ');
}
