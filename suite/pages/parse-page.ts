// A page of the specification: its rules and cases, in page order.

import type { Case, Rule } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Block, parseBlocks } from './blocks.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { onlyCode } from './inline.ts';
import { idShape, isId, pageId, placeOfPage } from './page-id.ts';
import { parseCase } from './parse-case.ts';
import { parseRule } from './parse-rule.ts';
import { selectEditions } from './spread-editions.ts';

export interface Page {
  readonly id: string;
  readonly file: string;
  /** Its path below the folder of pages, with forward slashes. */
  readonly place: string;
  readonly title: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly rules: readonly Rule[];
  readonly cases: readonly Case[];
}

type Heading = Extract<Block, { kind: 'heading' }>;

interface Chapter {
  readonly heading: Heading;
  readonly blocks: Block[];
}

/**
 * Parses one page.
 * @param file the path that messages and `source` name
 * @throws {UsageError} at the first thing that is not as docs/writing-cases.md describes
 */
export function parsePage(file: string, text: string): Page {
  const { frontMatter, markdown } = readFrontMatter(file, text);
  const { title, sources } = frontMatter;
  const page = { id: pageId(file), file, place: placeOfPage(file), title, sources };
  if (frontMatter.informative) return { ...page, rules: [], cases: [] };
  const chapters = splitChapters(file, parseBlocks(markdown));
  const scope = selectEditions(frontMatter.editions, { file, line: 2 });
  const state: State = {
    file,
    frontMatter,
    lines: markdown.split('\n'),
    scope,
    rules: [],
    cases: [],
    section: '',
  };
  for (const chapter of chapters) readChapter(state, chapter);
  return { ...page, rules: state.rules, cases: state.cases };
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

function splitChapters(file: string, blocks: readonly Block[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') chapters.push({ heading: block, blocks: [] });
    else if (chapters.length === 0)
      throw new UsageError('a page starts with its # heading', { file, line: block.line });
    else chapters.at(-1)?.blocks.push(block);
  }
  return chapters;
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
