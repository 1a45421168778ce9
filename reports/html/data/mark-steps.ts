// Marks the numbered steps of an algorithm with their numbers and editions, so that a step keeps its number while others
// are hidden.

import type { Token } from 'markdown-it';
import { parseEditionSelector } from '../../../model/edition-selector.ts';

/** Adds to each list item its number and, where the step begins with a condition, the editions that it names. */
export function markSteps(tokens: readonly Token[]): void {
  const counts: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'ordered_list_open') counts.push(0);
    if (token.type === 'ordered_list_close') counts.pop();
    if (token.type === 'list_item_open' && counts.length > 0) {
      const number = (counts.pop() ?? 0) + 1;
      counts.push(number);
      token.attrSet('value', String(number));
      markCondition(token, tokens[at + 2]);
    }
  }
}

const condition = /^\(([^)]+)\) /;

function markCondition(item: Token, words: Token | undefined): void {
  const [first] = words?.children ?? [];
  const [written, selector] = condition.exec(first?.content ?? '') ?? [];
  const editions = selector === undefined ? undefined : editionsOf(selector);
  if (!first || !words?.children || written === undefined || editions === undefined) return;
  first.content = first.content.slice(written.length);
  item.attrSet('data-editions', editions.join(' '));
  words.children.unshift(...span(first, written));
}

/** Undefined where parentheses hold something else. */
function editionsOf(selector: string): string[] | undefined {
  try {
    return parseEditionSelector(selector);
  } catch {
    return undefined;
  }
}

/** Tokens that draw the text as a condition; the text itself is escaped as any other. */
function span(model: Token, text: string): Token[] {
  const make = (type: string, nesting: Token['nesting'], content: string, attrs: Token['attrs']): Token =>
    Object.assign(Object.create(Object.getPrototypeOf(model)), model, {
      type,
      nesting,
      content,
      attrs,
      tag: 'span',
      children: null,
    });
  return [
    make('condition_open', 1, '', [['class', 'condition']]),
    make('text', 0, text, null),
    make('condition_close', -1, '', null),
  ];
}
