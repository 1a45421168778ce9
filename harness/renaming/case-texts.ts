// The texts of a case that hold names, and the case with other texts in their places.

import type { Case, Expectation, Question, ServeStep, ShownStep, TreeEntry } from '../../model/case.ts';

/** What a text is: a path, specifier or argument; the content of a file; or printed or passed to the program. */
export type TextRole = 'name' | 'content' | 'value';

export type MapText = (text: string, role: TextRole) => string;

export function mapTexts(item: Case, map: MapText): Case {
  const environment = Object.entries(item.environment).map(([name, value]) => [name, map(value, 'value')]);
  return {
    ...item,
    environment: Object.fromEntries(environment),
    tree: item.tree.map((entry) => mapEntry(entry, map)),
    questions: item.questions.map((question) => mapQuestion(question, map)),
  };
}

function mapEntry(entry: TreeEntry, map: MapText): TreeEntry {
  const path = map(entry.path, 'name');
  switch (entry.kind) {
    case 'file':
      return { ...entry, path, text: map(entry.text, 'content') };
    case 'bytes': {
      // A character for each byte, so that those which are not UTF-8 stay as they are.
      const text = map(Buffer.from(entry.base64, 'base64').toString('latin1'), 'content');
      return { ...entry, path, base64: Buffer.from(text, 'latin1').toString('base64') };
    }
    case 'symlink':
      return { ...entry, path, target: map(entry.target, 'name') };
    case 'folder':
      return { ...entry, path };
  }
}

function mapQuestion(question: Question, map: MapText): Question {
  const expect = question.expect.map((expected: Expectation) => mapExpected(expected, map));
  return { ...mapAsked(question, map), expect } as Question;
}

function mapAsked(question: Question, map: MapText): Question {
  switch (question.kind) {
    case 'resolve': {
      const { from, specifier } = question;
      return { ...question, from: map(from, 'name'), specifier: map(specifier, 'name') };
    }
    case 'run': {
      const words = question.arguments.map((word) => map(word, 'value'));
      return { ...question, entry: map(question.entry, 'name'), arguments: words };
    }
    case 'serve':
      return { ...question, steps: question.steps.map((step) => mapStep(step, map)) };
  }
}

function mapStep(step: ServeStep, map: MapText): ServeStep {
  switch (step.kind) {
    case 'request':
    case 'delete':
      return { ...step, path: map(step.path, 'name') };
    case 'write':
      return { ...step, path: map(step.path, 'name'), text: map(step.text, 'content') };
    default:
      return step;
  }
}

function mapExpected(expected: Expectation, map: MapText): Expectation {
  switch (expected.kind) {
    case 'file':
      return { ...expected, path: map(expected.path, 'name') };
    case 'url':
      return { ...expected, url: map(expected.url, 'name') };
    case 'run':
      return { ...expected, stdout: map(expected.stdout, 'value') };
    case 'serve':
      return { ...expected, shows: expected.shows.map((shown) => mapShown(shown, map)) };
    default:
      return expected;
  }
}

function mapShown(shown: ShownStep, map: MapText): ShownStep {
  const stdout = map(shown.stdout, 'value');
  if (shown.kind !== 'responds' || shown.body === undefined) return { ...shown, stdout };
  return { ...shown, stdout, body: map(shown.body, 'value') };
}
