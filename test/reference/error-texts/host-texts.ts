// What the Node that runs the reference says itself, because its V8, its system or its loader of ES modules throws the error.

import type { ToldAnswer } from './answers.ts';

type Told = NonNullable<ToldAnswer['error']>;

/** An answer without the words of the host. */
export function withoutHostTexts({ error, ...rest }: ToldAnswer): ToldAnswer {
  if (error === undefined) return rest;
  const own = ownPartOf(error);
  return own === error.message
    ? { error, ...rest }
    : { error: { ...withoutTexts(error), message: own }, ...rest };
}

/** What the loader's own JavaScript says in a message. */
function ownPartOf({ name, code, message }: Told): string {
  if (hostCodes.includes(String(code))) return '';
  // The parsers of V8.
  if (name === 'SyntaxError') return message.match(/^(?:Error parsing )?\/\S+\.json: /)?.[0] ?? '';
  if (code === 'ERR_INVALID_PACKAGE_CONFIG')
    return message.replace(/(package\.json\. )(?!"exports" ).*/s, '$1');
  // A method that is missing, or a property of nothing.
  return name === 'ReferenceError' || (code === undefined && accidents.test(message)) ? '' : message;
}

/** Of the file system, and of the loader of ES modules. */
const hostCodes = ['ENOENT', 'ERR_MODULE_NOT_FOUND', 'ERR_REQUIRE_ASYNC_MODULE', 'ERR_REQUIRE_CYCLE_MODULE'];

const accidents =
  /^Object .* has no method|is not a function$|^Cannot (?:call method|read propert|convert object)/s;

function withoutTexts({ text: _, keys, ...error }: Told): Told {
  return { ...error, keys: error.code === 'ENOENT' ? '' : keys };
}
