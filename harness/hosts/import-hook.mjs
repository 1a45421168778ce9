// The hook through which a Node says what `import` resolves to. When `ask:` is imported, it keeps the function that asks Node, and from
// then on answers the questions on stdin by it, without loading anything.

import { answerLines } from './answer-lines.mjs';

export async function resolve(specifier, context, next) {
  if (specifier !== 'ask:') return next(specifier, context, next);
  answerLines(0, async (asked, parentURL) => (await next(asked, { ...context, parentURL }, next)).url);
  return nothing;
}

/** The same for hooks that return no promise. */
export function resolveAtOnce(specifier, context, next) {
  if (specifier !== 'ask:') return next(specifier, context);
  answerLines(0, (asked, parentURL) => next(asked, { ...context, parentURL }).url);
  return nothing;
}

/** An empty module. */
const nothing = { url: 'data:text/javascript,', format: 'module', shortCircuit: true };
