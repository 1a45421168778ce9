// `exec:COMMAND`: a loader that can only run programs, as `COMMAND ENTRY`, in one process for each question.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseCommandString } from 'execa';
import * as z from 'zod';
import { currentEdition } from '../../model/editions.ts';
import { type Answer, unseenError } from '../../model/observation.ts';
import { UsageError } from '../../model/usage-error.ts';
import { loaderCapabilities } from '../../model/vocabulary.ts';
import { endWithin, programAnswer } from '../hosts/ask-alone.ts';
import { startChild } from '../hosts/child-group.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import { collectText, parseJsonLine } from '../hosts/lines.ts';
import type { AskedCase, AskedQuestion } from '../hosts/protocol.ts';
import type { Workspace } from '../trees/workspace.ts';
import type { Adapter } from './adapter.ts';
import { environmentWith } from './environment.ts';
import { namedFiles } from './named-files.ts';

/** An adapter for a command line; undefined if the text does not begin with `exec:`. */
export function execAdapter(spec: string): Adapter | undefined {
  if (!spec.startsWith('exec:')) return undefined;
  const words = parseCommandString(spec.slice('exec:'.length));
  const [command] = words;
  if (command === undefined) throw new UsageError('--impl exec: expected exec:COMMAND; found no command');
  return {
    spec,
    sources: namedFiles(words, process.cwd()),
    askAlone: (asked, workspace, timeoutMs) => askQuestions(words, asked, workspace, timeoutMs),
    describe: () => ({
      name: path.basename(command),
      edition: currentEdition,
      capabilities: loaderCapabilities,
    }),
  };
}

async function askQuestions(
  words: readonly string[],
  asked: AskedCase,
  workspace: Workspace,
  timeoutMs: number,
): Promise<HostOutcome> {
  const answers: Answer[] = [];
  let stderr = '';
  for (const question of asked.questions) {
    const outcome = await askQuestion(words, asked, question, workspace, timeoutMs);
    if (outcome.kind !== 'answered') return outcome;
    answers.push(...outcome.answers);
    stderr += outcome.stderr ?? '';
  }
  return { kind: 'answered', answers, ...(stderr ? { stderr } : {}) };
}

const outputLimit = 1024 * 1024;

async function askQuestion(
  words: readonly string[],
  asked: AskedCase,
  question: AskedQuestion,
  workspace: Workspace,
  timeoutMs: number,
): Promise<HostOutcome> {
  const [command = '', ...rest] = words;
  const entry = question.kind === 'run' ? question.entry : writeAskingEntry(question);
  const child = startChild({
    command,
    arguments: [...rest, entry, ...asked.arguments],
    cwd: asked.root,
    environment: environmentWith(asked.environment, workspace),
    cell: workspace.cell,
  });
  const stdout = collectText(child.stdout, outputLimit);
  const stderrText = collectText(child.stderr, outputLimit);
  child.stdin.end();
  child.replies.resume();
  const ending = await endWithin(child, timeoutMs);
  const stderr = stderrText.text();
  if (!ending) return { kind: 'timed out', afterMs: timeoutMs, stderr };
  if (ending.failure !== undefined)
    return { kind: 'errored', reason: `cannot start the command: ${ending.failure}` };
  if (ending.signal) return { kind: 'crashed', reason: `its process was killed by ${ending.signal}`, stderr };
  if (stdout.overflowed())
    return { kind: 'crashed', reason: `it printed more than ${outputLimit} bytes`, flooded: true, stderr };
  const answer =
    question.kind === 'run' ? seenEnding(ending.exitCode, stdout.text()) : readAnswer(stdout.text());
  if (answer) return { kind: 'answered', answers: [answer], stderr };
  return { kind: 'crashed', reason: `it exited with code ${ending.exitCode} and did not answer`, stderr };
}

/** A non-zero exit code comes from an error or from the program itself; the error itself cannot be seen from outside. */
function seenEnding(exitCode: number | null, stdout: string): Answer {
  return programAnswer(exitCode, stdout, exitCode === 0 ? undefined : unseenError);
}

const marker = 'modspec answers ';

/** Writes a program beside the referrer that resolves the specifier and prints the answer. */
function writeAskingEntry({ from, specifier }: { from: string; specifier: string }): string {
  const entry = path.join(path.dirname(from), 'modspec-asks.js');
  const lines = [
    'var answer;',
    `try { answer = { path: require.resolve(${JSON.stringify(specifier)}) }; }`,
    'catch (error) { answer = { error: { name: String(error.name), code: error.code } }; }',
    `console.log(${JSON.stringify(marker)} + JSON.stringify(answer));`,
  ];
  writeFileSync(entry, `${lines.join('\n')}\n`);
  return entry;
}

const printedSchema = z.union([
  z.object({ path: z.string() }),
  z.object({ error: z.object({ name: z.string(), code: z.string().optional() }) }),
]);

function readAnswer(stdout: string): Answer | undefined {
  const line = stdout.split('\n').find((text) => text.startsWith(marker));
  const { data } = printedSchema.safeParse(parseJsonLine(line?.slice(marker.length) ?? ''));
  if (!data) return undefined;
  if ('error' in data) return { kind: 'error', error: data.error };
  if (path.isAbsolute(data.path)) return { kind: 'file', path: data.path };
  return { kind: 'builtin', name: data.path.replace(/^node:/, '') };
}
