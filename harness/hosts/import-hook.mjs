// The hook through which a Node says what `import` resolves to: a specifier `ask:` with a question becomes a module that
// exports the answer. Node 12 to 16 run hooks beside the program and later lines in a thread, so only a module can carry it.

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('ask:')) return next(specifier, context, next);
  const { specifier: asked, parent } = JSON.parse(decodeURIComponent(specifier.slice('ask:'.length)));
  const answer = await answerFor(asked, { ...context, parentURL: parent }, next);
  const text = JSON.stringify(JSON.stringify(answer));
  return {
    url: `data:text/javascript,${encodeURIComponent(`export default ${text}`)}`,
    format: 'module',
    shortCircuit: true,
  };
}

async function answerFor(asked, context, next) {
  try {
    return { url: (await next(asked, context, next)).url };
  } catch (error) {
    return { error: { name: String(error.name), code: error.code, message: String(error.message) } };
  }
}
