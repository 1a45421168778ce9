// Quotes a command line for a POSIX shell, so that it can be copied from a report.

export function quoteCommand(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/** A single word. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
