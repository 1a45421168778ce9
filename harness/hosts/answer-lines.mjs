// Answers questions that come as lines on a descriptor, each with a line on stdout. Nothing here may open `process.stdin` or
// `process.stdout`, because two threads of one process read and write at the same time.

import { createReadStream, writeSync } from 'node:fs';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import variables from './put-back.cjs';

/** @param urlOf called with a specifier and the URL of the referrer */
export function answerLines(descriptor, urlOf) {
  const lines = readline.createInterface({ input: createReadStream('', { fd: descriptor }) });
  let last = Promise.resolve();
  lines.on('line', (line) => {
    last = last.then(() => answer(JSON.parse(line), urlOf));
  });
}

async function answer({ specifier, referrer, environment }, urlOf) {
  const parent = /^[a-z][a-z0-9+.-]+:/i.test(referrer) ? referrer : pathToFileURL(referrer).href;
  const putBack = variables.setVariables(environment);
  try {
    tell({ url: await urlOf(specifier, parent) });
  } catch (error) {
    tell({ error: { name: String(error.name), code: error.code, message: String(error.message) } });
  }
  putBack();
}

function tell(answer) {
  writeSync(1, `${JSON.stringify(answer)}\n`);
}
