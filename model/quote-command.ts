// Quotes a command line so that it can be copied from a report into a shell.

export function quoteCommand(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/** A single word. Where double quotes mean the same in every shell, they are taken, because those of Windows know no others. */
export function quoteWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return isPlain(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Without what some shell reads between double quotes. */
function isPlain(word: string): boolean {
  return word !== '' && !/[$`"!%\r\n]|\\$|\\\\/.test(word);
}
