// The program of the process that asks `import`: a question a line on stdin, an answer a line on stdout.

import { pathToFileURL } from 'node:url';

let asked = 0;

async function answer({ by, specifier, referrer }) {
  const parent = /^[a-z][a-z0-9+.-]+:/i.test(referrer) ? referrer : pathToFileURL(referrer).href;
  try {
    if (by === 'import.meta.resolve') return { url: await import.meta.resolve(specifier, parent) };
    // The number makes it another module each time; a module is resolved once.
    const question = JSON.stringify({ number: ++asked, specifier, parent });
    return JSON.parse((await import(`ask:${encodeURIComponent(question)}`)).default);
  } catch (error) {
    return { error: { name: String(error.name), code: error.code, message: String(error.message) } };
  }
}

let rest = '';
let queue = Promise.resolve();
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines)
    queue = queue.then(async () =>
      process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`),
    );
});
