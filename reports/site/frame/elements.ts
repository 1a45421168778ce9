// The elements that every page is made of, as HTML.

import { escapeText, escapeXml } from '../../parts/xml.ts';

/** @param words plain text */
export function link(href: string, words: string): string {
  return `<a href="${escapeXml(href)}">${escapeText(words)}</a>`;
}

/** What may be wider than the window, so that the page is not. */
export function scroller(label: string, html: string): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(label)}">${html}</div>`;
}

/** Small words beside a heading or a link. */
export function hint(words: string): string {
  return `<span class="hint">${escapeText(words)}</span>`;
}
