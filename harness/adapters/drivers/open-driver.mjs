// Opens one of the drivers beside it, all of which the package holds in one file.

/** @param driver the name of its file, without the extension */
export async function open({ driver, ...parameters }) {
  const found = await import(`./${driver}.mjs`);
  return found.open(parameters);
}
