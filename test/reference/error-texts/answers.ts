// Answers: what a question about error texts ends in, as it is recorded and compared.

import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { questions } from './questions.ts';
import { files, links } from './tree.ts';

/** What a loader threw, if anything, and warned of. */
export interface ToldAnswer {
  readonly error?: {
    readonly name: string;
    readonly code?: unknown;
    readonly message: string;
    /** What `String` makes of the error, where that is not its name, a colon and its message. */
    readonly text?: string;
    /** Its enumerable properties. */
    readonly keys: string;
  };
  readonly warnings?: readonly { readonly name: string; readonly code?: string; readonly message: string }[];
}

/** The questions by the names that they have in records. */
export const asked: readonly string[] = Object.entries(questions).flatMap(([folder, codes]) =>
  codes.map((code) => (folder === '.' ? code : `${folder}: ${code}`)),
);

/** The program that asks a question. */
export function entryOf(question: string): string {
  return `main-${asked.indexOf(question)}.js`;
}

/** Writes the tree and the programs below a folder and returns its real path. */
export function writeTree(folder: string): string {
  for (const [name, text] of Object.entries({ ...files, ...programs(), 'tell.js': tell })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(folder, name));
  return realpathSync(folder);
}

function programs(): Record<string, string> {
  const ask = 'module.exports = function (code) { return eval(code); };';
  const asking = Object.entries(questions).flatMap(([folder, codes]) =>
    codes.map(
      (code) => `require('./tell.js')(module, './${path.join(folder, 'ask.js')}', ${JSON.stringify(code)});`,
    ),
  );
  return Object.fromEntries([
    ...Object.keys(questions).map((folder) => [path.join(folder, 'ask.js'), ask]),
    ...asking.map((program, index) => [`main-${index}.js`, program]),
  ]);
}

/** Makes the error the exports of the program. */
const tell = `
module.exports = function (main, ask, code) {
  main.exports = undefined;
  ask = main.require(ask);
  try {
    ask(code);
  } catch (error) {
    main.exports = {
      name: error.name,
      code: error.code,
      message: error.message,
      text: String(error),
      keys: Object.keys(error).join()
    };
  }
};
`;

/** An answer without the place of the tree, the number of the question, and what goes without saying. */
export function normalize(answer: object, root: string): ToldAnswer {
  const plain = JSON.stringify(answer)
    .replaceAll(root, '/t')
    .replace(/\/t\/main-\d+\.js/g, '/t/main.js');
  const { error, warnings = [] } = JSON.parse(plain);
  if (error && error.text === `${error.name}: ${error.message}`) delete error.text;
  return { ...(error ? { error } : {}), ...(warnings.length > 0 ? { warnings } : {}) };
}
