// Checks whether answers to imports can come from a loader: URLs or absolute paths, errors as errors, queries kept.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstAnswer, tell } from './check-answers.ts';
import { type DoctorCheck, mendWhen, notAsked } from './doctor-check.ts';
import { findExchange, type Transcript } from './transcript.ts';

export function checkImported(transcript: Transcript): DoctorCheck {
  const check = 'an import resolves to a file: URL or an absolute path';
  const exchange = findExchange(transcript, 'imported');
  const answer = firstAnswer(exchange);
  if (!exchange || answer === undefined) return notAsked(check);
  const file = path.join(exchange.root, 'a.mjs');
  const isRight =
    (answer.kind === 'file' && answer.path === file) ||
    (answer.kind === 'url' && answer.url === pathToFileURL(file).href);
  return mendWhen(
    check,
    isRight ? undefined : `'./a.mjs' from main.js resolved to ${tell(answer)}; the tree is ${exchange.root}`,
    'answer {"kind": "url", "url": …} with the whole file: URL, or {"kind": "file", "path": …} with the absolute real path',
  );
}

export function checkMissingImport(transcript: Transcript): DoctorCheck {
  const check = 'an import of a missing file gives an error';
  const answer = firstAnswer(findExchange(transcript, 'missing import'));
  if (answer === undefined) return notAsked(check);
  return mendWhen(
    check,
    answer.kind === 'error' ? undefined : `'./modspec-none.mjs' resolved to ${tell(answer)}`,
    'look whether the file is there, as import does; only import.meta.resolve does not',
  );
}

export function checkQuery(transcript: Transcript): DoctorCheck {
  const check = 'an import keeps its query';
  const answer = firstAnswer(findExchange(transcript, 'imported with query'));
  // What goes wrong without a query too is another mistake.
  if (answer === undefined || checkImported(transcript).state !== 'ok') return notAsked(check);
  const isKept = answer.kind === 'url' && /^file:.*\/a\.mjs\?x$/.test(answer.url);
  return mendWhen(
    check,
    isKept ? undefined : `'./a.mjs?x' resolved to ${tell(answer)}`,
    "return a URL that ends in the query, or do not claim the capability 'url specifiers'",
  );
}
