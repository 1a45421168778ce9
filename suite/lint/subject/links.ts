// The links in a Markdown file, and the anchors that its headings give, as GitHub makes them.

import { anchorOf } from '../../pages/anchor.ts';
import { inlineRuns, parseMarkdown } from './inline-tokens.ts';

export interface PageLink {
  readonly target: string;
  readonly line: number;
}

/** Links and images, each with the first line of the block that it is in, or its own line where that is known. */
export function linksIn(text: string): PageLink[] {
  const lines = text.split('\n');
  return inlineRuns(text).flatMap(({ children, line, end }) =>
    children.flatMap((child): PageLink[] => {
      const target = child.attrGet(child.type === 'image' ? 'src' : 'href');
      if (typeof target !== 'string') return [];
      const own = lines.slice(line - 1, end - 1).findIndex((one) => one.includes(`](${decode(target)}`));
      return [{ target: decode(target), line: line + Math.max(own, 0) }];
    }),
  );
}

/** The anchors of all headings; one that comes again is numbered. */
export function anchorsIn(text: string): string[] {
  const count = new Map<string, number>();
  const tokens = parseMarkdown(text);
  return tokens.flatMap((token, at) => {
    if (token.type !== 'heading_open') return [];
    const slug = anchorOf(tokens[at + 1]?.children?.map(({ content }) => content).join('') ?? '');
    const times = count.get(slug) ?? 0;
    count.set(slug, times + 1);
    return [times === 0 ? slug : `${slug}-${times}`];
  });
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
