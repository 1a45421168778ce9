// Loaders that are wrong on purpose: each gets the verdict that it deserves in the case that it strikes, every other
// case keeps its own, and nothing of it is left.

import { existsSync } from 'node:fs';
import t, { type Test } from 'tap';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import type { Verdict, VerdictWord } from '../../model/run.ts';
import { scratchFolder } from '../cli/modspec.ts';
import { eventually, processesOf } from '../processes.ts';
import { runSaboteurs, sabotagingLoader, sabotagingSpeaker } from './run-saboteurs.ts';

interface Deserved {
  readonly verdict: VerdictWord;
  /** What the reason must say. */
  readonly reason?: RegExp;
  /** For those that strike at what other cases use at the same time; one otherwise. */
  readonly jobs?: number;
  /** Set when only a limit of time ends what it does; everyone else must be ready within it on a busy machine. */
  readonly limitMs?: number;
  /** Where the lie strikes more cases than the one. */
  readonly others?: Record<string, VerdictWord>;
}

const limitMs = 4_000;

/** What cases get that the saboteur has nothing to do with. */
const kept: Record<string, VerdictWord> = {
  before: 'pass',
  after: 'pass',
  missing: 'pass',
  program: 'pass',
  alone: 'pass',
  last: 'pass',
};
/** The speakers claim to resolve, and nothing else. */
const resolved: Record<string, VerdictWord> = { ...kept, program: 'skip', alone: 'skip' };

const pass: Deserved = { verdict: 'pass' };
const fail: Deserved = { verdict: 'fail' };
const timeout: Deserved = { verdict: 'timeout', reason: /did not end within 4000 ms/, limitMs };
const crash = (reason: RegExp): Deserved => ({ verdict: 'crash', reason });
const error = (reason: RegExp): Deserved => ({ verdict: 'error', reason });
const flooded = crash(/never ended|killed by SIGKILL/);

const loaders: Record<string, Deserved> = {
  'answers a path outside the tree': fail,
  'answers a path beside the tree that begins like it': fail,
  'answers a relative path': fail,
  'answers a path that climbs': fail,
  'answers a path through a link': fail,
  'answers a path with NUL': fail,
  'answers a path of 100 kB': fail,
  'answers a path of 16 MB': fail,
  'answers the name of a core module of 100 kB': fail,
  'answers nothing': fail,
  'answers an object without prototype': fail,
  'answers a symbol': fail,
  'answers a text that throws': fail,
  'answers twice, the second time wrongly': pass,
  'answers with a promise that throws when it is asked': fail,
  'answers a folder': fail,
  'answers with a line end': fail,
  'answers a URL': fail,
  'answers bytes': fail,
  'answers a text that changes': fail,
  'throws undefined': fail,
  'throws what throws when it is read': fail,

  'exits with 0': crash(/exited with code 0/),
  'exits with 1': crash(/exited with code 1/),
  aborts: crash(/killed by SIGABRT/),
  'kills itself': crash(/killed by SIGKILL/),
  'rejects a promise nobody waits for': crash(/exited with code 1/),
  'throws in a timer': crash(/exited with code 1/),
  'throws after it has answered': pass,
  'eats memory': crash(/killed by SIG(ABRT|TRAP|SEGV)|exited with code/),
  'never answers': timeout,
  'answers after the time is over': timeout,
  'never answers and ignores signals': timeout,
  'loops for ever': timeout,
  'stops itself with SIGSTOP': timeout,
  'loops for ever when it is asked to end': pass,
  'makes process.exit do nothing': pass,

  'prints 100 MB': pass,
  'complains for 100 MB': pass,
  'replies with a line of 100 MB': flooded,
  'replies with binary noise': pass,
  'replies with half a line': pass,
  'replies in the name of all cases': fail,
  'closes its streams': crash(/exited with code/),
  'puts a file in the place of its replies': { ...crash(/exited with code 0 before it answered/), limitMs },

  'leaves a child behind': pass,
  'leaves a child behind that holds its streams': pass,
  'leaves a daemon behind': pass,
  'leaves a daemon behind and exits': crash(/exited with code 0/),
  'changes the working directory': pass,
  'removes the working directory': pass,
  'changes the environment': pass,
  'changes prototypes': pass,
  'changes how everything is written as JSON': { ...crash(/before it answered/), limitMs },
  'changes globals': pass,
  'changes what the process writes with': pass,
  'spoils the loader that it shares with others': pass,
  'deletes its tree': pass,
  'writes into its tree': pass,
  'deletes what lies beside its tree': { verdict: 'pass', jobs: 2 },
  'deletes every tree': { verdict: 'pass', jobs: 2 },
  // Some who are asked meanwhile may be asked again only when their time is over.
  'deletes every tree again and again, and answers wrongly': { verdict: 'fail', jobs: 2, limitMs: 30_000 },
  'overwrites every tree': { verdict: 'pass', jobs: 2 },
  'puts a package above every tree': pass,
  'puts a link in the place of its tree': pass,

  'puts a pipe in the place of a file': fail,
  'puts a pipe in the place of a file, and answers rightly': pass,
  'puts a link to a device in the place of a file': fail,
  'puts a file of a terabyte in the place of a file': fail,
  'puts pipes where the next trees will be': pass,
  'puts folders with pipes where the next trees will be': pass,
  'puts links to another folder where the next trees will be': pass,
  'puts pipes in the place of the folders of the run': pass,
  'puts files in the place of the folders of the run': pass,
  'puts links in the place of the folders of the run': pass,
  'takes away the modes of the folders of the run': pass,
  'puts a link in the place of the folder of its tree': pass,
  'puts a pipe in the place of the owner': pass,
  'digs a hole of 3000 folders': pass,
  'leaves a daemon with an empty environment that holds its streams': pass,

  'keeps a port open': pass,
  'changes the umask': pass,
  'kills its whole group': crash(/killed by SIGKILL/),
  'leaves a child of a child of a child': pass,
  'leaves a child that has stopped': pass,
  'leaves thirty children': pass,
  'leaves a child that holds its tree': pass,
  'leaves daemons with an empty environment in its tree': pass,
  'leaves a daemon with an empty environment that writes beside its tree': pass,
  'leaves a daemon that has left its tree': pass,
  'starts a thread that never ends': pass,
  'hides its command line': pass,
  'pauses its input': { ...pass, limitMs },
  // Alone there is nothing to wait for.
  'reads what is meant for its host': { ...pass, limitMs },
  'replies on a descriptor that it has closed': crash(/before it answered/),
  'opens its replies once more and lies there': fail,
  'opens a thousand files': pass,
  'stops the clock': pass,
  'lets timers run at once': pass,
  'freezes what everything inherits': pass,
  'gives everything a number of its own': pass,
  'catches every error of its process': pass,
  'overflows its stack': fail,
  'prints commands for CI systems': pass,
  'names files with line ends and escapes': pass,
  'leaves four thousand files': pass,
  'moves its tree away': pass,
  'moves the run away and back': { verdict: 'pass', jobs: 1 },
  'takes away the modes of its tree': pass,
  'links its tree into itself': pass,
  'answers a link that it turns afterwards': fail,
  'fills its home': pass,
  // Only its own cases find it there.
  'puts a package into its home': { verdict: 'pass', others: { missing: 'fail' } },
};

const speakers: Record<string, Deserved> = {
  'sends half a line': timeout,
  'sends half a line and exits': crash(/exited with code 0 before it answered/),
  'sends no line end': timeout,
  'answers twice': pass,
  'answers twice, the second time wrongly': pass,
  'answers with the number before': timeout,
  'answers with the number after': { ...error(/expected a reply with seq 1; found 2/), limitMs },
  'answers without a number': { ...error(/expected a reply with seq 1; found undefined/), limitMs },
  'answers another question too': error(/expected one answer for each question/),
  'answers a resolution as if it were a program': fail,
  'answers with a kind that does not exist': error(/its reply is not valid: answers\.0/),
  'answers with JSON 100 000 deep': error(/its reply is not valid/),
  'prints 20 MB of lines, then answers': pass,
  'prints binary noise, then answers': pass,
  'closes its output': timeout,
  'hands its output to a child and exits': crash(/exited with code 1/),
  'starts the conversation again': pass,
  'answers in what it inherits': error(/its reply is not valid/),
  'answers with one key twice': pass,
  'answers with a number that is too large': {
    ...error(/expected a reply with seq 1; found Infinity/),
    limitMs,
  },
  'answers in a list': timeout,
  'answers twice in a line': timeout,
  'answers in UTF-16': timeout,
  'answers byte by byte': pass,
  'answers after a megabyte of blanks': pass,
  'answers fifty thousand times': error(/expected one answer for each question/),
  'answers half a character': fail,
  'answers and skips at once': error(/expected a reply of one kind/),
  'says that it broke': error(/out of order/),
  'answers and closes its input': pass,
  'never ends when it is asked to': pass,
  'says that it skips': { verdict: 'skip', reason: /not today/ },
  'claims to run programs': { verdict: 'pass', others: { program: 'fail', alone: 'fail' } },
};

process.env['TMPDIR'] = scratchFolder(t);
t.jobs = 6;

interface Strike {
  readonly kind: string;
  readonly adapter: Adapter;
  readonly deserved: Deserved;
  readonly usual: typeof kept;
}

const strikes: readonly Strike[] = [
  ...Object.entries(loaders).map(([fault, deserved]) => ({
    kind: 'a loader',
    adapter: sabotagingLoader(fault),
    deserved,
    usual: kept,
  })),
  ...Object.entries(speakers).map(([fault, deserved]) => ({
    kind: 'a speaker',
    adapter: sabotagingSpeaker(fault),
    deserved,
    usual: resolved,
  })),
];

/** So many saboteurs are asked one after another in a run, and each must leave the next one alone. */
const inRun = 6;

/** Those with a limit of their own mostly wait, and those with more jobs strike at what is asked at the same time. */
function runsOf(all: readonly Strike[]): Strike[][] {
  const isOwn = ({ deserved: { jobs, limitMs } }: Strike) => jobs !== undefined || limitMs !== undefined;
  const together = all.filter((one) => !isOwn(one));
  const groups = Array.from({ length: Math.ceil(together.length / inRun) }, (_, at) =>
    together.slice(at * inRun, (at + 1) * inRun),
  );
  return [...all.filter(isOwn).map((one) => [one]), ...groups];
}

function wordsOf(verdicts: readonly Verdict[]): Record<string, VerdictWord> {
  return Object.fromEntries(verdicts.map((one) => [one.case, one.verdict]));
}

for (const group of runsOf(strikes)) {
  const [first] = group;
  if (!first) throw new RangeError('a run has a saboteur at least');
  const { jobs = 1, limitMs = 120_000 } = first.deserved;
  const name = group.map(({ kind, adapter }) => `${kind} that ${adapter.spec}`).join('; ');
  t.test(name, { buffered: true }, async (t) => {
    const { run, root } = await runSaboteurs(
      group.map(({ adapter }) => adapter),
      { limitMs, jobs },
    );
    for (const strike of group) checkStrike(t, run.verdicts, strike);
    const bystander = run.verdicts.filter(({ implementation }) => implementation === 'node');
    t.strictSame(wordsOf(bystander), { ...kept, struck: 'pass' }, 'the implementation that is asked last');
    await eventually(() => !existsSync(root));
    t.notOk(existsSync(root), 'no folder stays');
    await eventually(() => processesOf(root).length === 0);
    t.strictSame(processesOf(root), [], 'no process stays');
  });
}

function checkStrike(t: Test, verdicts: readonly Verdict[], { adapter, deserved, usual }: Strike): void {
  const { verdict, reason, others } = deserved;
  const own = verdicts.filter(({ implementation }) => implementation === adapter.spec);
  const struck = own.find((one) => one.case === 'struck');
  t.equal(struck?.verdict, verdict, `${adapter.spec}: ${struck?.reason ?? 'the case that is struck'}`);
  if (reason) t.match(struck?.reason, reason);
  t.strictSame(
    wordsOf(own.filter((one) => one !== struck)),
    { ...usual, ...others },
    `${adapter.spec}: every other case`,
  );
}
