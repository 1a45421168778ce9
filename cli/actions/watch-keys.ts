// The keys of `modspec watch` on a terminal.

export interface KeyActions {
  readonly all: () => void;
  readonly failed: () => void;
  readonly list: () => void;
  readonly help: () => void;
  readonly quit: () => void;
}

const keys: readonly { readonly key: string; readonly action: keyof KeyActions; readonly what: string }[] = [
  { key: 'a', action: 'all', what: 'ask all cases again' },
  { key: 'f', action: 'failed', what: 'ask the failed cases again' },
  { key: '\r', action: 'failed', what: '' },
  { key: 'l', action: 'list', what: 'list the failed cases' },
  { key: 'h', action: 'help', what: 'this list' },
  { key: '?', action: 'help', what: '' },
  { key: 'q', action: 'quit', what: 'stop' },
  // A terminal in raw mode sends Ctrl-C and Ctrl-D as text.
  { key: '\x03', action: 'quit', what: '' },
  { key: '\x04', action: 'quit', what: '' },
];

/** What the keys do, a line each. */
export function describeKeys(): string {
  return keys
    .filter(({ what }) => what !== '')
    .map(({ key, what }) => `  ${key}  ${what}`)
    .join('\n');
}

/** Does what a typed text asks for; unknown keys do nothing. */
export function press(text: string, actions: KeyActions): void {
  for (const typed of text) {
    const found = keys.find(({ key }) => key === typed);
    if (found) actions[found.action]();
  }
}

/**
 * Listens to the keys of a terminal.
 * @returns how to stop; undefined if standard input is not a terminal
 */
export function listenToKeys(actions: KeyActions): (() => void) | undefined {
  const { stdin } = process;
  if (!stdin.isTTY) return undefined;
  const listener = (bytes: Buffer) => press(bytes.toString('utf8'), actions);
  stdin.setRawMode(true);
  stdin.on('data', listener);
  stdin.resume();
  return () => {
    stdin.off('data', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
