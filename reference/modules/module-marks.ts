// What a loader notes of a module where programs can't see it: what hooks have said of it.

export interface Marks {
  url?: string | undefined;
  format?: string | null | undefined;
  source?: string | undefined;
}

const all = new WeakMap<object, Marks>();

/** The marks of a module, which can be changed. */
export function marksOf(module: object): Marks {
  const known = all.get(module);
  if (known !== undefined) return known;
  const marks: Marks = {};
  all.set(module, marks);
  return marks;
}
