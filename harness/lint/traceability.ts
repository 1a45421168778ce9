// Traceability: every statement has a rule or a class, every rule has a case.

import type { Rule } from '../model/case.ts';
import type { Page } from '../pages/parse-page.ts';
import type { Finding } from './finding.ts';
import type { Statement } from './statements.ts';

/** A statement that a rule cites. */
interface Citation {
  readonly key: string;
  readonly rule: Rule;
  readonly page: Page;
}

export function checkTraceability(pages: readonly Page[], statements: readonly Statement[]): Finding[] {
  const citations = pages.flatMap(citationsOf);
  return [
    ...checkStatements(statements, new Set(citations.map(({ key }) => key))),
    ...checkCitations(citations, statements),
    ...pages.flatMap(checkRules),
  ];
}

/** The statements that have a rule, and those that have a class instead. */
export function countTraced(
  pages: readonly Page[],
  statements: readonly Statement[],
): { ruled: number; classed: number } {
  const cited = new Set(pages.flatMap(citationsOf).map(({ key }) => key));
  return {
    ruled: statements.filter((statement) => cited.has(keyOf(statement))).length,
    classed: statements.filter((statement) => statement.class !== undefined).length,
  };
}

function checkStatements(statements: readonly Statement[], cited: ReadonlySet<string>): Finding[] {
  return statements.flatMap((statement): Finding[] => {
    const { file, line } = statement;
    const ruled = cited.has(keyOf(statement));
    if (!ruled && statement.class === undefined) {
      const message = `${keyOf(statement)} has neither a rule nor a class; cite it in the Source: of a rule, or give it a class and a reason`;
      return [{ check: 'statement-without-rule', file, line, message }];
    }
    if (statement.class !== undefined && statement.reason === undefined) {
      const message = `${keyOf(statement)} is ${statement.class} without a reason; add one`;
      return [{ check: 'class-without-reason', file, line, message }];
    }
    if (ruled && statement.class !== undefined && statement.class !== 'example') {
      const message = `${keyOf(statement)} is ${statement.class} but a rule cites it; drop the class or the citation`;
      return [{ check: 'class-with-rule', file, line, message }];
    }
    return [];
  });
}

/** A citation of a statement that is not registered is most likely a wrong number. */
function checkCitations(citations: readonly Citation[], statements: readonly Statement[]): Finding[] {
  const known = new Set(statements.map(keyOf));
  const sources = new Set(statements.map(({ source }) => source));
  return citations
    .filter(({ key }) => sources.has(key.split(', ')[0] ?? '') && !known.has(key))
    .map(({ key, rule, page }) => ({
      check: 'unknown-statement',
      file: page.file,
      line: rule.line,
      message: `${rule.id} cites ${key}, which is not in the register; correct the section or the number`,
    }));
}

function checkRules(page: Page): Finding[] {
  return page.rules
    .filter(({ id, steps }) => steps.length === 0 && !page.cases.some(({ rule }) => rule === id))
    .map((rule) => ({
      check: 'rule-without-case',
      file: page.file,
      line: rule.line,
      message: `${rule.id} has no case; a requirement without a case is unfinished`,
    }));
}

function citationsOf(page: Page): Citation[] {
  return page.rules.flatMap((rule) =>
    rule.sources.flatMap((source) => expandSource(source).map((key) => ({ key, rule, page }))),
  );
}

/** `doc, "Section", 1–2, 4` names the statements 1, 2 and 4 of that section. */
function expandSource(source: string): string[] {
  const [, place = '', numbers = ''] = /^(.*", )(.*)$/.exec(source) ?? [];
  return numbers.split(', ').flatMap((range) => {
    const [first = 0, last = first] = range.split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => `${place}${first + index}`);
  });
}

function keyOf({ source, section, statement }: Statement): string {
  return `${source}, "${section}", ${statement}`;
}
