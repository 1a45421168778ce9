// The one line that a command redraws on a terminal; nothing in a pipe.

/** Replaces the line by this text, as far as it fits; an empty one clears it. */
export function drawStatus(text: string): void {
  if (!process.stderr.isTTY) return;
  const shown = text.slice(0, Math.max(1, (process.stderr.columns || 80) - 1));
  process.stderr.write(`\r\x1b[2K${shown}`);
}
