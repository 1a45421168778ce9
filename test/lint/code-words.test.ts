// The words of comments and messages: the same lists as for the pages.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { glossaryIn, glossaryPhrases } from '../../suite/lint/subject/glossary.ts';
import { findPhrases } from '../../suite/lint/subject/phrases.ts';
import { turnsOfPhrase } from '../../suite/lint/subject/turns-of-phrase.ts';
import { proseOfCode } from './code-prose.ts';

const glossary = glossaryIn(readFileSync(path.join(packageRoot, 'spec', 'README.md'), 'utf8'));
const phrases = [...turnsOfPhrase, ...glossaryPhrases(glossary)];

/** Its strings are the turns of phrase themselves. */
const catalogue = 'suite/lint/subject/turns-of-phrase.ts';

/** Words of Node's own errors. */
const nodesWords = 'reference/errors/texts.ts';

for (const folder of ['model', 'suite', 'harness', 'reference', 'analysis', 'reports', 'cli', 'scripts'])
  test(`comments and messages in ${folder} say it in the words of the glossary`, async (t) => {
    const found = sourcesIn(folder)
      .filter((file) => file !== catalogue)
      .flatMap((file) =>
        findPhrases(proseOfCode(readFileSync(path.join(packageRoot, file), 'utf8')), phrases)
          .filter(({ words }) => !(file === nodesWords && words === 'built-in module'))
          .map(({ line, words, instead }) => `${file}:${line}: '${words}': ${instead}`),
      );
    t.strictSame(found, []);
  });

function sourcesIn(folder: string): string[] {
  const names = readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(?:ts|[cm]?js)$/.test(name)).map((name) => `${folder}/${name}`);
}
