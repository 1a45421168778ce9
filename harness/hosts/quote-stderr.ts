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

/** A text that ends in a quotation of stderr, with only the line that names an error, or else with the last line. */
export function inOneLine(text: string): string {
  const [first = '', ...lines] = text.split('\n');
  const short = lines.map((line) => line.trim()).filter((line) => line.length < longestLine && !isCode(line));
  const told = short.find((line) => /^(?:\w*Error|error|E[A-Z]{3,})\b.*: /.test(line)) ?? short.at(-1);
  return told === undefined ? first.replace(/; it wrote on stderr:$/, '') : `${first} ${told}`;
}

const longestLine = 300;

/** An empty line, or a line of code behind its number or below its place. */
function isCode(line: string): boolean {
  return line === '' || /^\d+ \|/.test(line) || /^\^+$/.test(line) || /^at /.test(line) || line === '}';
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
