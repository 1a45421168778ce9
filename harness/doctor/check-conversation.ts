// Checks how an adapter converses: one valid reply to each request, in time, and nothing else on the same stream.

import * as z from 'zod';
import { longestLine, parseJsonLine } from '../hosts/lines.ts';
import { type DoctorCheck, mendWhen, notAsked } from './doctor-check.ts';
import type { HostHistory, Transcript } from './transcript.ts';

const messageSchema = z.looseObject({ seq: z.unknown() });

export function checkNoise({ hosts }: Transcript): DoctorCheck {
  const check = 'the stream of replies contains only replies';
  if (hosts.every(({ lines }) => lines.length === 0)) return notAsked(check);
  const noise = hosts.flatMap(({ lines }) => lines).find((line) => messageOf(line) === undefined);
  return mendWhen(
    check,
    noise === undefined ? undefined : `a line that is not a reply: ${JSON.stringify(noise.slice(0, 200))}`,
    'write diagnostics to standard error, and do not mix the output of programs with the replies',
  );
}

export function checkOneReplyEach({ hosts }: Transcript): DoctorCheck {
  const check = 'one reply to each request, with its seq';
  if (hosts.every(({ asked }) => asked === 0)) return notAsked(check);
  return mendWhen(
    check,
    hosts.flatMap(miscount)[0],
    'reply once to each run message, and copy its seq into the reply',
  );
}

function miscount({ lines, asked }: HostHistory): string[] {
  const seqs = lines.map((line) => messageOf(line)?.seq).filter((seq) => seq !== undefined);
  const repeated = seqs.find((seq, index) => seqs.indexOf(seq) !== index);
  if (repeated !== undefined) return [`the request with seq ${repeated} was answered more than once`];
  const foreign = seqs.find((seq) => typeof seq !== 'number' || seq < 1 || seq > asked);
  return foreign === undefined ? [] : [`a reply has seq ${JSON.stringify(foreign)}, which no request had`];
}

export function checkReplies(transcript: Transcript): DoctorCheck {
  const check = 'every reply is valid, with an answer for each question';
  const outcomes = outcomesOf(transcript);
  if (outcomes.length === 0) return notAsked(check);
  const bad = outcomes.find(({ kind }) => kind === 'errored' || kind === 'skipped');
  const reason = bad && 'reason' in bad ? `${bad.kind}: ${bad.reason}` : undefined;
  return mendWhen(check, reason, 'compare the reply with schemas/run-reply.schema.json');
}

export function checkInTime(transcript: Transcript): DoctorCheck {
  const check = 'every request is answered in time';
  const outcomes = outcomesOf(transcript);
  if (outcomes.length === 0) return notAsked(check);
  const late = outcomes.find((outcome) => outcome.kind === 'timed out');
  return mendWhen(
    check,
    late && `no answer within ${late.afterMs} ms${quoteStderr(late.stderr)}`,
    'end each reply with a newline and flush it; reply to failures too, with an error',
  );
}

export function checkAlive(transcript: Transcript): DoctorCheck {
  const check = 'the process survives every question';
  const exchanges = transcript.exchanges;
  if (exchanges.length === 0) return notAsked(check);
  const lost = exchanges.find(({ outcome }) => outcome.kind === 'crashed' && !outcome.flooded);
  const found =
    lost?.outcome.kind === 'crashed'
      ? `at '${lost.name}': ${lost.outcome.reason}${quoteStderr(lost.outcome.stderr)}`
      : undefined;
  return mendWhen(check, found, 'catch what the loader throws, and reply with an error');
}

export function checkSize(transcript: Transcript): DoctorCheck {
  const check = 'every reply ends';
  const outcomes = outcomesOf(transcript);
  if (outcomes.length === 0) return notAsked(check);
  const flood = outcomes.find((outcome) => outcome.kind === 'crashed' && outcome.flooded);
  return mendWhen(
    check,
    flood && `a line of more than ${longestLine} bytes, or more output than is read`,
    'reply with one line that contains only what was asked',
  );
}

function outcomesOf({ exchanges, alone }: Transcript) {
  return [...exchanges, ...(alone ? [alone] : [])].map(({ outcome }) => outcome);
}

function messageOf(line: string): { seq?: unknown } | undefined {
  return messageSchema.partial().safeParse(parseJsonLine(line)).data;
}

function quoteStderr(stderr: string | undefined): string {
  return stderr?.trim() ? `; on standard error: ${stderr.trim().slice(-300)}` : '';
}
