// A page of the specification: its rules and cases, in page order.

import type { Case, Rule } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Block } from './blocks.ts';
import { type Chapter, type Heading, type SplitPage, splitPage } from './chapters.ts';
import type { FrontMatter } from './front-matter.ts';
import { onlyCode } from './inline.ts';
import { idShape, isId } from './page-id.ts';
import { type WrittenPage, writtenPage } from './page-prose.ts';
import { parseCase } from './parse-case.ts';
import { parseRule } from './parse-rule.ts';
import { selectEditions } from './spread-editions.ts';

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
  const split = splitPage(file, text);
  const written = writtenPage(split);
  return { ...written, ...(split.frontMatter.informative ? { rules: [], cases: [] } : readChapters(split)) };
}

function readChapters({ file, frontMatter, lines, chapters }: SplitPage): Pick<Page, 'rules' | 'cases'> {
  const scope = selectEditions(frontMatter.editions, { file, line: 2 });
  const state: State = { file, frontMatter, lines, scope, rules: [], cases: [], section: '' };
  for (const chapter of chapters) readChapter(state, chapter);
  return { rules: state.rules, cases: state.cases };
}

interface State {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  readonly lines: readonly string[];
  readonly scope: readonly string[];
  readonly rules: Rule[];
  readonly cases: Case[];
  section: string;
}

function readChapter(state: State, { heading, blocks }: Chapter): void {
  const place = { file: state.file, line: heading.line };
  switch (heading.level) {
    case 1:
    case 2:
      state.section = heading.level === 2 ? heading.inline.source : '';
      refuseExecutable(state.file, blocks);
      return;
    case 3: {
      const rule = { ...readId(state.file, heading), section: state.section };
      state.rules.push(parseRule(state, rule, blocks));
      return;
    }
    case 4: {
      const rule = state.rules.at(-1);
      if (!rule || rule.section !== state.section)
        throw new UsageError('a case belongs below a rule (###)', place);
      state.cases.push(parseCase({ ...state, rule: rule.id }, readId(state.file, heading), blocks));
      return;
    }
    default:
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
