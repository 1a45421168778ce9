// Reads lines of a host as replies; decides which lines are valid, which are ignored, and which are mistakes.

import * as z from 'zod';
import { explainIssues } from '../../model/input/closest-issue.ts';
import type { Answer } from '../../model/observation.ts';
import type { HostOutcome } from './host-outcome.ts';
import { parseJsonLine } from './lines.ts';
import { protocolVersion, runReplySchema, type StartReply, startReplySchema } from './protocol.ts';

/** A message that does not reply to the request. It counts only if no reply comes in time. */
export interface Stray {
  readonly kind: 'stray';
  readonly reason: string;
}

const messageSchema = z.record(z.string(), z.unknown());

/** The start reply in a line, or a text that says what is wrong with it; undefined for noise. */
export function readStartReply(line: string): StartReply | string | undefined {
  const { data: message } = messageSchema.safeParse(parseJsonLine(line));
  if (!message) return isUtf16(line) ? 'its output is UTF-16; expected UTF-8' : undefined;
  const parsed = startReplySchema.safeParse(message);
  if (parsed.success) return parsed.data;
  if (typeof message['version'] === 'number' && message['version'] !== protocolVersion)
    return `expected version ${protocolVersion} of the protocol; found ${message['version']}`;
  return `its start reply is not valid: ${explainIssues(parsed.error.issues)}: ${line.slice(0, 200)}`;
}

/** Whether a message becomes readable without the zeros that UTF-16 has beside every letter of English. */
function isUtf16(line: string): boolean {
  return line.includes('\0') && line.replaceAll('\0', '').includes('{"');
}

/** The reply in a line as an outcome; undefined for noise and for a reply to an earlier request. */
export function readRunReply(line: string, seq: number, questions: number): HostOutcome | Stray | undefined {
  const { data: message } = messageSchema.safeParse(parseJsonLine(line));
  if (!message) return undefined;
  const given = message['seq'];
  if (typeof given === 'number' && given < seq) return undefined;
  if (given !== seq) return { kind: 'stray', reason: `expected a reply with seq ${seq}; found ${given}` };
  const said = ['answers', 'skipped', 'errored'].filter((key) => key in message);
  if (said.length > 1)
    return { kind: 'errored', reason: `expected a reply of one kind; found ${said.join(' and ')} in one` };
  const parsed = runReplySchema.safeParse(message);
  if (parsed.success) return toOutcome(parsed.data, questions);
  return {
    kind: 'errored',
    reason: `its reply is not valid: ${explainIssues(parsed.error.issues)}: ${line.slice(0, 200)}`,
  };
}

function toOutcome(reply: z.infer<typeof runReplySchema>, questions: number): HostOutcome {
  if ('answers' in reply) return checkCount(reply.answers, questions);
  if ('errored' in reply) return { kind: 'errored', reason: reply.context };
  const { reason, issue } = reply;
  return { kind: 'skipped', reason, ...(issue === undefined ? {} : { issue }) };
}

function checkCount(answers: readonly Answer[], questions: number): HostOutcome {
  if (answers.length === questions) return { kind: 'answered', answers };
  return {
    kind: 'errored',
    reason: `expected one answer for each question (${questions}); found ${answers.length}`,
  };
}
