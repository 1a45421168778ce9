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

  constructor(reason: string, place?: Place) {
    super(place ? `${formatPlace(place)}: ${reason}` : reason);
    this.reason = reason;
    this.place = place;
  }
}

export function formatPlace(place: Place): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
