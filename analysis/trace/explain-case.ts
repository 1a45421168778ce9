// The questions of a case explained, one resolution after another, in memory.

import { inTreeTerms as textInTreeTerms } from '../../harness/judge/in-tree-terms.ts';
import { rulesOf } from '../../harness/trees/seen-paths.ts';
import type { Case, Question } from '../../model/case.ts';
import { platformOf } from '../../model/case-platform.ts';
import { currentEdition } from '../../model/editions.ts';
import { hasImport } from '../../reference/index.ts';
import { scanImports } from '../steps/scan-imports.ts';
import { scanRequires } from '../steps/scan-requires.ts';
import { fillTree, pathIn, referrerIn, settingsIn, type TreeView, viewTree } from '../steps/tree-view.ts';
import {
  type Explained,
  type ExplainedAnswer,
  type ExplainOptions,
  type Explanation,
  explain,
} from './explain.ts';
import { type Resolution, showPath } from './trace-question.ts';

/**
 * Every resolution that a case asks for; of a program, those that its text names and that lead from its entry. Paths
 * start in `<tree>`.
 */
export function explainCase(item: Case, options: CaseOptions): Explanation[] {
  const view = viewTree(item, options.platform ?? platformOf(item));
  return item.questions
    .flatMap((question) => {
      const { edition = usualEdition(isImport(question)) } = options;
      return explainQuestion(question, view, { ...options, ...settingsIn(view, item), edition });
    })
    .map((explanation) => inTreeTerms(view, explanation));
}

export interface CaseOptions extends Pick<ExplainOptions, 'ruleOf' | 'wordsOf' | 'conditions' | 'platform'> {
  /** Without it, for each question the usual one. */
  readonly edition?: string;
}

/** The edition that is followed if nobody names one: the text has no `import`. */
export function usualEdition(byImport: boolean): string {
  return byImport ? currentEdition : 'locked';
}

function isImport(question: Question): boolean {
  if (question.kind === 'run') return question.entry.endsWith('.mjs');
  return question.kind === 'resolve' && question.by !== undefined;
}

function explainQuestion(question: Question, view: TreeView, settings: ExplainOptions): Explanation[] {
  switch (question.kind) {
    case 'resolve':
      return question.by === undefined || hasImport(settings.edition)
        ? [explain(questionIn(view, question), settings)]
        : [];
    case 'run':
      return explainProgram(pathIn(view, question.entry), settings);
    case 'serve':
      return [];
  }
}

/** Follows what the text of each file asks for, each file once. */
function explainProgram(entry: string, settings: ExplainOptions): Explanation[] {
  const seen = new Set([entry]);
  const explained: Explanation[] = [];
  for (const file of seen) {
    for (const asked of askedIn(file, settings)) {
      const explanation = explain(asked, settings);
      explained.push(explanation);
      if (explanation.answer.kind === 'file') seen.add(explanation.answer.path);
    }
  }
  return explained;
}

function askedIn(from: string, { files, edition }: ExplainOptions): Explained[] {
  if (from.endsWith('.json') || files.kindOf(from) !== 'file') return [];
  const text = Buffer.from(files.readFile(from)).toString('utf8');
  const imported = hasImport(edition) ? scanImports(text) : [];
  return [
    ...scanRequires(text).map((specifier) => ({ by: 'require', specifier, from }) as const),
    ...imported.map((specifier) => ({ by: 'import', specifier, from }) as const),
  ];
}

function questionIn(view: TreeView, { by, specifier, from }: Resolution): Explained {
  return { by: by ?? 'require', specifier: fillTree(view, specifier), from: referrerIn(view, { from, by }) };
}

function inTreeTerms(view: TreeView, explanation: Explanation): Explanation {
  const withoutRoot = (text: string): string => rootless(view, text);
  const { from, answer, steps, candidates } = explanation;
  return {
    ...explanation,
    specifier: withoutRoot(explanation.specifier),
    from: withoutRoot(from),
    answer: answerInTreeTerms(answer, withoutRoot),
    steps: steps.map((step) => ({
      ...step,
      ...(step.path === undefined ? {} : { path: showPath(step.path) }),
      ...(step.about === undefined ? {} : { about: withoutRoot(step.about) }),
    })),
    candidates: candidates.map((candidate) => ({ ...candidate, path: showPath(candidate.path) })),
  };
}

function answerInTreeTerms(answer: ExplainedAnswer, withoutRoot: (text: string) => string): ExplainedAnswer {
  switch (answer.kind) {
    case 'file': {
      const url = answer.url === undefined ? {} : { url: withoutRoot(answer.url) };
      return { kind: 'file', path: showPath(answer.path), ...url };
    }
    case 'url':
      return { ...answer, url: withoutRoot(answer.url) };
    case 'error':
      return { ...answer, message: withoutRoot(answer.message) };
    case 'builtin':
      return answer;
  }
}

/** Of a text that may hold a path, or the URL of one. */
function rootless({ root, platform }: TreeView, text: string): string {
  if (platform === 'posix') return text.replaceAll(`${root}/`, '<tree>/');
  return textInTreeTerms(root, text, rulesOf(platform));
}
