// The links in a Markdown file, and the anchors that its headings give, as GitHub makes them.

import MarkdownIt from 'markdown-it';
import { anchorOf } from '../pages/anchor.ts';

export interface Link {
  readonly target: string;
  readonly line: number;
}

const parser = new MarkdownIt('commonmark').enable('table');

/** Links and images, each with the first line of the block that it stands in, or its own where that can be told. */
export function linksIn(text: string): Link[] {
  const lines = text.split('\n');
  return parser.parse(hideFrontMatter(text), {}).flatMap(({ type, map, children }) => {
    if (type !== 'inline' || !map) return [];
    return (children ?? []).flatMap((child): Link[] => {
      const target = child.attrGet(child.type === 'image' ? 'src' : 'href');
      if (typeof target !== 'string') return [];
      const own = lines.slice(map[0], map[1]).findIndex((line) => line.includes(`](${decode(target)}`));
      return [{ target: decode(target), line: map[0] + 1 + Math.max(own, 0) }];
    });
  });
}

/** The anchors of all headings; one that comes again is numbered. */
export function anchorsIn(text: string): string[] {
  const count = new Map<string, number>();
  const tokens = parser.parse(hideFrontMatter(text), {});
  return tokens.flatMap((token, at) => {
    if (token.type !== 'heading_open') return [];
    const slug = anchorOf(tokens[at + 1]?.children?.map(({ content }) => content).join('') ?? '');
    const times = count.get(slug) ?? 0;
    count.set(slug, times + 1);
    return [times === 0 ? slug : `${slug}-${times}`];
  });
}

function hideFrontMatter(text: string): string {
  return text.replace(/^---\r?\n.*?^---\r?\n/ms, (head, at) =>
    at === 0 ? head.replace(/[^\n]/g, '') : head,
  );
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
