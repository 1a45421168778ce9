// The hook through which a Node says what `import` resolves to: a specifier `ask:` with a question becomes a module that
// exports the answer. Node 12 to 16 run hooks beside the program and later lines in a thread, so only a module can carry it.

export async function resolve(specifier, context, next) {
  const asked = read(specifier);
  if (!asked) return next(specifier, context, next);
  try {
    return carry({ url: (await next(asked.specifier, from(asked, context), next)).url });
  } catch (error) {
    return carry(describe(error));
  }
}

/** The same for hooks that return no promise. */
export function resolveAtOnce(specifier, context, next) {
  const asked = read(specifier);
  if (!asked) return next(specifier, context);
  try {
    return carry({ url: next(asked.specifier, from(asked, context)).url });
  } catch (error) {
    return carry(describe(error));
  }
}

/** The question; undefined if the specifier is one of the program. */
function read(specifier) {
  if (!specifier.startsWith('ask:')) return undefined;
  return JSON.parse(decodeURIComponent(specifier.slice('ask:'.length)));
}

function from({ parent }, context) {
  return { ...context, parentURL: parent };
}

function carry(answer) {
  const text = JSON.stringify(JSON.stringify(answer));
  return {
    url: `data:text/javascript,${encodeURIComponent(`export default ${text}`)}`,
    format: 'module',
    shortCircuit: true,
  };
}

function describe(error) {
  return { error: { name: String(error.name), code: error.code, message: String(error.message) } };
}
