// Errors of a file system that speak of a path as it was asked for.

/** Does something with a file. An error names the path, and not the place of the file on the disk. */
export function inTermsOf<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw renamed(error, path);
  }
}

/** The same error, about another path than the one that it names. */
export function renamed(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const named: unknown = Reflect.get(error, 'path');
  if (typeof named !== 'string') return error;
  error.message = error.message.replaceAll(`'${named}'`, `'${path}'`);
  return Object.assign(error, { path });
}
