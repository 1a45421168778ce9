// Stores each text once; texts are named by their index.

export interface StringPool {
  /** The index of a text; a new text is added. */
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
