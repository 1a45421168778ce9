// Texts that stand once and are named by their index.

export interface StringPool {
  /** The index of a text, which is added when it is new. */
  index(text: string): number;
  readonly all: readonly string[];
}

export function createStringPool(): StringPool {
  const all: string[] = [];
  const known = new Map<string, number>();
  return {
    all,
    index(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      known.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}
