// What a process wrote on stderr, for a message about its end.

/** `; it wrote on stderr:` and the text without the lines that are only about the insides of Node; empty if nothing is left. */
export function quoteStderr(stderr: string | undefined): string {
  const lines = (stderr ?? '').split(/\r?\n/).filter((line) => !isInside(line));
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? '' : `; it wrote on stderr:\n${text}`;
}

/** A frame or a place in Node's own code, or the version at the end of its report. */
function isInside(line: string): boolean {
  return (
    /^\s+at .*\(?node:[\w/]+:\d+:\d+\)?$/.test(line) ||
    /^node:[\w/]+:\d+$/.test(line) ||
    /^\s+at .*[\\/]harness[\\/]hosts[\\/][\w-]+\.[cm]js:\d+:\d+\)?$/.test(line) ||
    /^Node\.js v\d/.test(line)
  );
}
