// Compares printed text without its last newline, because a fence can't show whether there is one.

export function withoutLastNewline(text: string): string {
  return text.replace(/\n$/, '');
}
