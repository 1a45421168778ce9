// `stdio:COMMAND`: a program in any language that speaks the protocol on standard input and output; see
// docs/protocol.md.

import { parseCommandString } from 'execa';
import { AdapterError } from '../../model/adapter-error.ts';
import { currentEdition } from '../../model/editions.ts';
import { explainIssues } from '../../model/input/closest-issue.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Launch } from '../hosts/child-group.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import { type AskedCase, introductionSchema, type StartReply } from '../hosts/protocol.ts';
import { SharedHost } from '../hosts/shared-host.ts';
import type { Workspace } from '../trees/workspace.ts';
import type { Adapter, Description, Variables } from './adapter.ts';
import { environmentWith } from './environment.ts';
import { namedFiles } from './named-files.ts';

/** An adapter for a command line, which runs in the working folder; undefined if the text does not begin with `stdio:`. */
export function stdioAdapter(spec: string): Adapter | undefined {
  if (!spec.startsWith('stdio:')) return undefined;
  const words = parseCommandString(spec.slice('stdio:'.length));
  if (words.length === 0) throw new UsageError('--impl stdio: expected stdio:COMMAND; found no command');
  return commandAdapter(spec, words, process.cwd());
}

/** An adapter for a program that speaks the protocol. It always starts in `cwd`. */
export function commandAdapter(spec: string, words: readonly string[], cwd: string): Adapter {
  const [command = '', ...rest] = words;
  const launch = (workspace: Workspace, variables: Variables = {}): Launch => ({
    command,
    arguments: rest,
    cwd,
    environment: environmentWith(variables, workspace),
    repliesOn: 'stdout',
    cell: workspace.cell,
  });
  return {
    spec,
    sources: namedFiles(words, cwd),
    shared: launch,
    askAlone: (asked, workspace, timeoutMs) =>
      askOnce(launch(workspace, asked.environment), asked, timeoutMs),
    describe: (reply) => describe(spec, reply),
  };
}

/** Asks one case in a new process, which is stopped afterwards. */
async function askOnce(launch: Launch, asked: AskedCase, timeoutMs: number): Promise<HostOutcome> {
  const host = new SharedHost(launch);
  const reply = await host.start();
  const outcome: HostOutcome =
    typeof reply === 'string' ? { kind: 'errored', reason: reply } : await host.ask(asked, timeoutMs);
  await host.close();
  return host.stderr && outcome.kind !== 'skipped' ? { ...outcome, stderr: host.stderr } : outcome;
}

function describe(spec: string, reply: StartReply | undefined): Description {
  const parsed = introductionSchema.safeParse(reply?.implementation);
  if (!parsed.success)
    throw new AdapterError(
      `--impl ${spec}: the start reply is not valid: implementation.${explainIssues(parsed.error.issues, { schema: introductionSchema, value: reply?.implementation })}`,
    );
  const { name, version, homepage, platforms, edition = currentEdition, capabilities } = parsed.data;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(homepage === undefined ? {} : { homepage }),
    ...(platforms === undefined ? {} : { platforms }),
    edition,
    capabilities,
  };
}
