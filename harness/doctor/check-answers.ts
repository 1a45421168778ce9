// Whether answers can be what a loader said: paths of the tree that was asked about, errors as errors, whole output.

import path from 'node:path';
import type { Outcome } from '../hosts/outcome.ts';
import type { Answer } from '../model/observation.ts';
import { type Finding, mendWhen, notAsked } from './finding.ts';
import { muchOutput } from './questions.ts';
import { type Exchange, findExchange, type Transcript } from './transcript.ts';

export function checkPaths(transcript: Transcript): Finding {
  const check = 'paths are absolute and lie in the tree';
  const answered = findExchange(transcript, 'plain');
  const answer = firstAnswer(answered);
  if (!answered || answer === undefined) return notAsked(check);
  const found = answer.kind === 'file' && isInside(answered.root, answer.path) ? undefined : tell(answer);
  return mendWhen(
    check,
    found && `'./a' beside main.js gave ${found}, and the tree is ${answered.root}`,
    'answer {"kind": "file", "path": …} with the real, absolute path that the loader found',
  );
}

export function checkMissing(transcript: Transcript): Finding {
  const check = 'what is not found is answered with an error';
  const answer = firstAnswer(findExchange(transcript, 'missing'));
  if (answer === undefined) return notAsked(check);
  return mendWhen(
    check,
    answer.kind === 'error' ? undefined : `'./modspec-none' gave ${tell(answer)}`,
    'answer {"kind": "error", "error": {"name": …, "code": …}} when the loader throws',
  );
}

export function checkLeaks(transcript: Transcript): Finding {
  const check = 'no case sees the one before';
  const elsewhere = findExchange(transcript, 'elsewhere');
  const answer = firstAnswer(elsewhere);
  const second = firstAnswer(findExchange(transcript, 'another program'));
  if (answer === undefined && second === undefined) return notAsked(check);
  const before = findExchange(transcript, 'plain');
  const strayed = before && elsewhere && answer?.kind === 'file' && isInside(before.root, answer.path);
  const found = strayed
    ? `'./a' in a second tree gave ${tell(answer)}, and that tree is ${elsewhere.root}`
    : second?.kind === 'run' && second.stdout.includes('first')
      ? 'the second program was answered with the output of the first'
      : undefined;
  return mendWhen(check, found, 'keep nothing from one case to the next, or key it by absolute paths');
}

export function checkOutput(transcript: Transcript): Finding {
  const check = 'the output of programs arrives whole';
  const short = firstAnswer(findExchange(transcript, 'program'));
  const long = firstAnswer(findExchange(transcript, 'much output'));
  if (short === undefined || long === undefined) return notAsked(check);
  const length = long.kind === 'run' ? long.stdout.trimEnd().length : 0;
  const found =
    short.kind !== 'run' || short.stdout.trim() !== 'first'
      ? `a program that prints 'first' gave ${tell(short)}`
      : length !== muchOutput
        ? `of ${muchOutput} bytes ${length} arrived`
        : undefined;
  return mendWhen(check, found, 'collect standard output until the program has ended, and add nothing to it');
}

export function checkFailingProgram(transcript: Transcript): Finding {
  const check = 'a program that throws is answered as such';
  const answer = firstAnswer(findExchange(transcript, 'failing program'));
  if (answer === undefined) return notAsked(check);
  const failed = answer.kind === 'run' && (answer.error !== undefined || answer.exitCode !== 0);
  return mendWhen(
    check,
    failed ? undefined : `an uncaught error gave ${tell(answer)}`,
    'answer {"kind": "run", …} with the error that ended the program, or with its exit code',
  );
}

export function checkAlone(transcript: Transcript): Finding {
  const check = 'a process of its own answers the same';
  const { alone } = transcript;
  if (!alone) return notAsked(check);
  const shared = findExchange(transcript, alone.name);
  const [expected, given] = [relate(shared), relate(alone)];
  return mendWhen(
    check,
    expected === given ? undefined : `${given} alone, and ${expected} after other cases`,
    'let answers depend on the case only, not on the process',
  );
}

export function checkServer({ served }: Transcript): Finding {
  const check = 'it serves an app with nothing in it';
  if (served === undefined) return notAsked(check);
  return mendWhen(
    check,
    listens(served) ? undefined : describeServed(served),
    'print MODSPEC_MARKER when it listens on MODSPEC_PORT of 127.0.0.1',
  );
}

function listens(served: Outcome): boolean {
  const [answer] = served.kind === 'answered' ? served.answers : [];
  return answer?.kind === 'serve' && answer.steps[0]?.state.kind === 'listens';
}

function describeServed(served: Outcome): string {
  if (served.kind === 'timed out') return `nothing within ${served.afterMs} ms`;
  return 'reason' in served ? served.reason : 'it did not listen';
}

function firstAnswer(exchange: Exchange | undefined): Answer | undefined {
  return exchange?.outcome.kind === 'answered' ? exchange.outcome.answers[0] : undefined;
}

function isInside(root: string, file: string): boolean {
  return file.startsWith(root + path.sep);
}

/** An answer in which the tree's own path plays no part. */
function relate(exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'nothing';
  if (exchange.outcome.kind !== 'answered') return exchange.outcome.kind;
  return tell(firstAnswer(exchange)).replaceAll(exchange.root, '<tree>');
}

function tell(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case undefined:
      return 'nothing';
    case 'file':
      return `'${answer.path}'`;
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
