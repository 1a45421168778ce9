// Checks whether answers can come from a loader: paths of the tree, errors as errors, complete output.

import path from 'node:path';
import type { Answer } from '../../model/observation.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import { type DoctorCheck, mendWhen, notAsked } from './doctor-check.ts';
import { letters, muchOutput } from './questions.ts';
import { type Exchange, findExchange, type Transcript } from './transcript.ts';

export function checkPaths(transcript: Transcript): DoctorCheck {
  const check = 'paths are absolute and inside the tree';
  const answered = findExchange(transcript, 'plain');
  const answer = firstAnswer(answered);
  if (!answered || answer === undefined) return notAsked(check);
  const found = answer.kind === 'file' && isInside(answered.root, answer.path) ? undefined : tell(answer);
  return mendWhen(
    check,
    found && `'./a' from main.js resolved to ${found}; the tree is ${answered.root}`,
    'answer {"kind": "file", "path": …} with the absolute real path that the loader found',
  );
}

export function checkMissing(transcript: Transcript): DoctorCheck {
  const check = 'a missing file gives an error';
  const answer = firstAnswer(findExchange(transcript, 'missing'));
  if (answer === undefined) return notAsked(check);
  return mendWhen(
    check,
    answer.kind === 'error' ? undefined : `'./modspec-none' resolved to ${tell(answer)}`,
    'answer {"kind": "error", "error": {"name": …, "code": …}} if the loader throws',
  );
}

export function checkLetters(transcript: Transcript): DoctorCheck {
  const check = 'paths and output beyond ASCII arrive whole';
  const resolved = findExchange(transcript, 'letters');
  // What goes wrong with plain letters too is another mistake.
  const answer = checkPaths(transcript).state === 'ok' ? firstAnswer(resolved) : undefined;
  const printed =
    checkOutput(transcript).state === 'ok'
      ? firstAnswer(findExchange(transcript, 'letters printed'))
      : undefined;
  if (answer === undefined && printed === undefined) return notAsked(check);
  const isFound = answer?.kind === 'file' && answer.path === path.join(resolved?.root ?? '', letters);
  const isPrinted = printed?.kind === 'run' && printed.stdout.trim() === letters;
  const found =
    answer !== undefined && !isFound
      ? `'./${letters}' resolved to ${tell(answer)}`
      : printed !== undefined && !isPrinted
        ? `a program that prints '${letters}' gave ${tell(printed)}`
        : undefined;
  return mendWhen(
    check,
    found,
    'read and write UTF-8 on standard input and output, and pass the same bytes to the file system; JSON may also write a character as \\uXXXX, or as a pair of them',
  );
}

export function checkLeaks(transcript: Transcript): DoctorCheck {
  const check = 'no case is affected by the case before it';
  const elsewhere = findExchange(transcript, 'elsewhere');
  const answer = firstAnswer(elsewhere);
  const second = firstAnswer(findExchange(transcript, 'another program'));
  if (answer === undefined && second === undefined) return notAsked(check);
  const before = findExchange(transcript, 'plain');
  const strayed = before && elsewhere && answer?.kind === 'file' && isInside(before.root, answer.path);
  const found = strayed
    ? `'./a' in a second tree resolved to ${tell(answer)}; that tree is ${elsewhere.root}`
    : second?.kind === 'run' && second.stdout.includes('first')
      ? 'the answer for the second program is the output of the first'
      : undefined;
  return mendWhen(check, found, 'keep no state between cases, or use absolute paths as its keys');
}

export function checkOutput(transcript: Transcript): DoctorCheck {
  const check = 'the output of programs is complete';
  const short = firstAnswer(findExchange(transcript, 'program'));
  const long = firstAnswer(findExchange(transcript, 'much output'));
  if (short === undefined || long === undefined) return notAsked(check);
  const length = long.kind === 'run' ? long.stdout.trimEnd().length : 0;
  const found =
    short.kind !== 'run' || short.stdout.trim() !== 'first'
      ? `a program that prints 'first' gave ${tell(short)}`
      : length !== muchOutput
        ? `expected ${muchOutput} bytes; found ${length}`
        : undefined;
  return mendWhen(check, found, 'collect standard output until the program has ended; add nothing to it');
}

export function checkFailingProgram(transcript: Transcript): DoctorCheck {
  const check = 'a program that throws is reported as failed';
  const answer = firstAnswer(findExchange(transcript, 'failing program'));
  if (answer === undefined) return notAsked(check);
  const failed = answer.kind === 'run' && (answer.error !== undefined || answer.exitCode !== 0);
  return mendWhen(
    check,
    failed ? undefined : `an uncaught error gave ${tell(answer)}`,
    'answer {"kind": "run", …} with the error that ended the program, or with its exit code',
  );
}

export function checkAlone(transcript: Transcript): DoctorCheck {
  const check = 'the answer in a separate process is the same';
  const { alone } = transcript;
  if (!alone) return notAsked(check);
  const shared = findExchange(transcript, alone.name);
  const [expected, given] = [relate(shared), relate(alone)];
  return mendWhen(
    check,
    expected === given ? undefined : `${given} in a separate process; ${expected} after other cases`,
    'make answers depend only on the case, not on the process',
  );
}

export function checkServer({ served }: Transcript): DoctorCheck {
  const check = 'it serves an empty app';
  if (served === undefined) return notAsked(check);
  return mendWhen(
    check,
    listens(served) ? undefined : describeServed(served),
    'print MODSPEC_MARKER when the server listens on MODSPEC_PORT of 127.0.0.1',
  );
}

function listens(served: HostOutcome): boolean {
  const [answer] = served.kind === 'answered' ? served.answers : [];
  return answer?.kind === 'serve' && answer.steps[0]?.state.kind === 'listens';
}

function describeServed(served: HostOutcome): string {
  if (served.kind === 'timed out') return `nothing within ${served.afterMs} ms`;
  return 'reason' in served ? served.reason : 'it did not listen';
}

export function firstAnswer(exchange: Exchange | undefined): Answer | undefined {
  return exchange?.outcome.kind === 'answered' ? exchange.outcome.answers[0] : undefined;
}

export function isInside(root: string, file: string): boolean {
  return file.startsWith(root + path.sep);
}

/** An answer without the path of the tree. */
function relate(exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'nothing';
  if (exchange.outcome.kind !== 'answered') return exchange.outcome.kind;
  return tell(firstAnswer(exchange)).replaceAll(exchange.root, '<tree>');
}

export function tell(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case undefined:
      return 'nothing';
    case 'file':
      return `'${answer.path}'`;
    case 'url':
      return `'${answer.url}'`;
    case 'builtin':
      return `core module ${answer.name}`;
    case 'error':
      return `error ${answer.error.code ?? answer.error.name}`;
    case 'run':
      return `exit code ${answer.exitCode} and ${JSON.stringify(answer.stdout.slice(0, 100))}`;
    case 'serve':
      return 'a server';
  }
}
