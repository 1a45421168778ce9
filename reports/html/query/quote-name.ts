// Names in queries.

/** A name as a query has it: in double quotes if it would not be one word without them. */
export function quoteName(name: string): string {
  return /[\s,:]/.test(name) ? `"${name.replaceAll('"', '')}"` : name;
}
