// The one line that a command redraws on a terminal; nothing in a pipe.

/** Replaces the line by this text; an empty one clears it. */
export function drawStatus(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}
