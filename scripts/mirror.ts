// Writes the words of the steps of the pages into the comments of the reference: `npm run mirror`.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../model/package-root.ts';
import { wordsWithConditions } from '../suite/algorithm/condition.ts';
import { readPages } from '../suite/pages/read-pages.ts';
import { mirrorSteps } from './mirror/step-comments.ts';

const steps = readPages(path.join(packageRoot, 'spec')).flatMap(({ rules }) =>
  rules.flatMap((rule) => rule.steps),
);
const words = wordsWithConditions(steps);
const folder = path.join(packageRoot, 'reference');

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
for (const name of files.filter((file) => file.endsWith('.ts')).sort()) {
  const file = path.join(folder, name);
  const source = readFileSync(file, 'utf8');
  const mirrored = mirrorSteps(source, words);
  if (mirrored === source) continue;
  writeFileSync(file, mirrored);
  process.stdout.write(`reference/${name}\n`);
}
