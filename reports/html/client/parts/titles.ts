// Words for headings.

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Titles are Markdown, of which only code spans are used. */
export function stripCode(title: string): string {
  return title.replaceAll('`', '');
}
