// The one error for "the user asked for nonsense or gave unreadable input". It ends the command with exit code 2.

export interface Place {
  readonly file: string;
  readonly line?: number;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';

  /** The message without its place. */
  readonly reason: string;
  readonly place: Place | undefined;

  constructor(words: string, place?: Place) {
    const reason = inOneLine(words);
    super(place ? `${formatPlace(place)}: ${reason}` : reason);
    this.reason = reason;
    this.place = place;
  }
}

/** What is wrong is often quoted, and may be all of a large file. */
function inOneLine(words: string): string {
  const line = words.slice(0, longest).replace(/\s*[\r\n]+\s*/g, ' ');
  return words.length <= longest ? line : `${line}… (${words.length - longest} more characters)`;
}

const longest = 1000;

export function formatPlace(place: Place): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
