// Words for headings.

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Of Markdown, titles use only code spans. */
export function stripCode(title: string): string {
  return title.replaceAll('`', '');
}
