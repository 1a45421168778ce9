// The only error for a wrong request or unreadable input of the user. It ends the command with exit code 2.

export interface InputPlace {
  readonly file: string;
  readonly line?: number;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';

  /** The message without the place. */
  readonly reason: string;
  readonly place: InputPlace | undefined;

  constructor(words: string, place?: InputPlace) {
    const reason = inOneLine(words);
    super(place ? `${formatPlace(place)}: ${reason}` : reason);
    this.reason = reason;
    this.place = place;
  }
}

/** The wrong text is often quoted in the message, and may be a whole large file. */
function inOneLine(words: string): string {
  const line = words.slice(0, longest).replace(/\s*[\r\n]+\s*/g, ' ');
  return words.length <= longest ? line : `${line}… (${words.length - longest} more characters)`;
}

const longest = 1000;

export function formatPlace(place: InputPlace): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
