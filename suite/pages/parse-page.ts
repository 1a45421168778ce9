// A page of the specification: its rules and cases, in page order.

import type { Case, Rule } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Block } from './blocks.ts';
import { type Chapter, type Heading, type SplitPage, splitPage } from './chapters.ts';
import type { FrontMatter } from './front-matter.ts';
import { onlyCode } from './inline.ts';
import { idShape, isId } from './page-id.ts';
import { writtenPage } from './page-prose.ts';
import { parseCase } from './parse-case.ts';
import { parseRule } from './parse-rule.ts';
import { selectEditions } from './spread-editions.ts';
import type { WrittenPage } from './written-page.ts';

export interface Page extends WrittenPage {
  readonly rules: readonly Rule[];
  readonly cases: readonly Case[];
}

/**
 * Parses one page.
 * @param file the path that messages and `source` name
 * @throws {UsageError} at the first thing that is not as docs/writing-cases.md describes
 */
export function parsePage(file: string, text: string): Page {
  const { page, mistakes } = parseWhole(file, text);
  const [first] = mistakes;
  if (first) throw first;
  return page;
}

/**
 * The same, with all mistakes: at most one of each rule and each case, in page order.
 * @throws {UsageError} if the page as a whole can't be read, so that nothing is known of its rules and cases
 */
export function parseWhole(
  file: string,
  text: string,
): { readonly page: Page; readonly mistakes: readonly UsageError[] } {
  const split = splitPage(file, text);
  const written = writtenPage(split);
  if (split.frontMatter.informative) return { page: { ...written, rules: [], cases: [] }, mistakes: [] };
  const { rules, cases, mistakes } = readChapters(split);
  return { page: { ...written, rules, cases }, mistakes };
}

function readChapters({ file, frontMatter, lines, chapters }: SplitPage): State & { mistakes: UsageError[] } {
  const scope = selectEditions(frontMatter.editions, { file, line: 2 });
  const state: State = {
    file,
    frontMatter,
    lines,
    scope,
    rules: [],
    cases: [],
    section: '',
    rule: undefined,
  };
  const mistakes: UsageError[] = [];
  for (const chapter of chapters) {
    try {
      readChapter(state, chapter);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      mistakes.push(error);
    }
  }
  return { ...state, mistakes };
}

interface State {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  readonly lines: readonly string[];
  readonly scope: readonly string[];
  readonly rules: Rule[];
  readonly cases: Case[];
  section: string;
  /** The id of the rule that cases belong to, also if the rule itself can't be read; undefined above the first of a section. */
  rule: string | undefined;
}

/** The rule of cases below a heading that has no id; the page is refused anyway. */
const unreadable = 'unreadable';

function readChapter(state: State, { heading, blocks }: Chapter): void {
  const place = { file: state.file, line: heading.line };
  switch (heading.level) {
    case 1:
    case 2:
      state.section = heading.level === 2 ? heading.inline.source : '';
      state.rule = undefined;
      refuseExecutable(state.file, blocks);
      return;
    case 3: {
      state.rule = unreadable;
      const rule = { ...readId(state.file, heading), section: state.section };
      state.rule = rule.id;
      state.rules.push(parseRule(state, rule, blocks));
      return;
    }
    case 4: {
      const { rule } = state;
      state.rule ??= unreadable;
      if (rule === undefined) throw new UsageError('a case belongs below a rule (###)', place);
      state.cases.push(parseCase({ ...state, rule }, readId(state.file, heading), blocks));
      return;
    }
    default:
      state.rule = unreadable;
      throw new UsageError('headings are page (#), section (##), rule (###) and case (####)', place);
  }
}

/** Below a page or section heading is prose; a fence or table there would look like a case and never run. */
function refuseExecutable(file: string, blocks: readonly Block[]): void {
  const stray = blocks.find((block) => block.kind === 'fence' || block.kind === 'table');
  if (stray)
    throw new UsageError(`a ${stray.kind} outside a case is never run; move it below a case heading (####)`, {
      file,
      line: stray.line,
    });
}

function readId(file: string, heading: Heading): { id: string; title: string; line: number } {
  const [code, ...rest] = heading.inline.parts;
  const title = heading.inline.source.replace(/^(`+).*?\1\s*/, '');
  const place = { file, line: heading.line };
  if (code?.kind !== 'code' || rest.length === 0 || title === '' || onlyCode(heading.inline) !== undefined) {
    throw new UsageError('the heading of a rule or case is its id in a code span and then its title', place);
  }
  if (!isId(code.text)) throw new UsageError(`an id is ${idShape}; found '${code.text}'`, place);
  return { id: code.text, title, line: heading.line };
}
