// `modspec history`: in which versions of an implementation each case passes and each rule holds.

import path from 'node:path';
import { type AskedVersion, summarizeHistory } from '../../analysis/history/summarize-history.ts';
import type { VersionsAtHand } from '../../api/open-versions.ts';
import { renderHtml } from '../../api/render-html.ts';
import { packageVersion } from '../../model/package-root.ts';
import { quoteCommand } from '../../model/quote-command.ts';
import { renderHistoryJson } from '../../reports/history/history-json.ts';
import { renderHistory } from '../../reports/history/render-history.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';
import { type VersionsOptions, versionsFor } from './versions-options.ts';
import { writeReportFile } from './write-file.ts';

export interface HistoryOptions extends VersionsOptions {
  readonly versions: string;
  readonly out?: string;
  readonly minutes?: number;
}

/** @returns 0 if every version was asked or can't be driven */
export async function historyCommand(options: HistoryOptions): Promise<number> {
  const folderOf = (name: string) => options.out ?? path.join('history', name.replaceAll('/', '+'));
  const at = await versionsFor(options, options.versions, ({ name }) => path.join(folderOf(name), 'runs'));
  const folder = folderOf(at.versioned.name);
  const answers = await askAll(at, options);
  if (interrupted.aborted) {
    process.stderr.write(`modspec: ${whatIsKept(answers.length, at, folder)}\n`);
    return interruptedExitCode();
  }
  if (answers.some(({ run }) => typeof run !== 'string')) await write(folder, answers, at, options);
  const { length: left } = at.versions.slice(answers.length);
  process.stdout.write(`${whatIsKept(answers.length, at, folder)}\n`);
  return left === 0 ? exitCodes.asExpected : exitCodes.notAsExpected;
}

function whatIsKept(count: number, { versions }: VersionsAtHand, folder: string): string {
  const left = versions.length - count;
  const rest = left === 0 ? '' : `, ${left} left; the same command goes on`;
  return `${count} of ${versions.length} versions asked${rest}: ${folder}`;
}

/** The newest version comes first, because it decides the edition. The answers are in the order of the versions. */
async function askAll(
  { versions, asker }: VersionsAtHand,
  { minutes }: HistoryOptions,
): Promise<AskedVersion[]> {
  const newestFirst = [...versions].reverse();
  const endsAt = minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + minutes * 60_000;
  const answers: AskedVersion[] = [];
  try {
    for (const [index, { version, date }] of newestFirst.entries()) {
      if (interrupted.aborted || Date.now() > endsAt) break;
      const asking = asker.ask(version);
      const next = newestFirst[index + 1];
      if (next) asker.prefetch(next.version);
      const answer = await asking;
      if (interrupted.aborted) break;
      answers.unshift({ version, date, run: answer.kind === 'asked' ? answer.run : answer.reason });
      process.stderr.write(`${describeAnswer(answers[0] as AskedVersion)}\n`);
    }
    return answers;
  } finally {
    await asker.close();
  }
}

function describeAnswer({ version, date, run }: AskedVersion): string {
  if (typeof run === 'string') return `${version} (${date}): not driven: ${run}`;
  const passed = run.verdicts.filter(({ verdict }) => verdict === 'pass').length;
  const skipped = run.verdicts.filter(({ verdict }) => verdict === 'skip').length;
  return `${version} (${date}): ${passed} of ${run.verdicts.length - skipped} passed`;
}

/** Writes the summary as data, as Markdown, and as the report of all runs. */
async function write(
  folder: string,
  answers: readonly AskedVersion[],
  { versioned, catalog, asker }: Awaited<ReturnType<typeof versionsFor>>,
  options: HistoryOptions,
): Promise<void> {
  const runs = answers.flatMap(({ run }) => (typeof run === 'string' ? [] : [run]));
  const homepage = runs.at(-1)?.header.implementations[0]?.homepage;
  const history = summarizeHistory(
    {
      modspec: packageVersion(),
      seen: (runs.at(-1)?.header.startedAt ?? '').slice(0, 10),
      command: commandFor(options),
      implementation: { ...versioned, ...(homepage === undefined ? {} : { homepage }) },
      edition: asker.edition ?? '',
      platform: runs.at(-1)?.header.platform ?? { os: '', arch: '', node: '' },
    },
    answers,
  );
  const titleOf = (rule: string) => catalog.rules.get(rule)?.title ?? rule;
  writeReportFile(path.join(folder, 'history.json'), renderHistoryJson(history));
  writeReportFile(path.join(folder, 'history.md'), renderHistory(history, titleOf));
  writeReportFile(path.join(folder, 'history.html'), await renderHtml(runs, { catalog }));
}

/** The command that makes the same data again. */
function commandFor(options: HistoryOptions): string {
  const words = ['npx', 'modspec', 'history', '--impl', options.impl, '--versions', options.versions];
  for (const flag of ['from', 'to', 'edition'] as const)
    if (options[flag] !== undefined) words.push(`--${flag}`, options[flag]);
  for (const flag of ['case', 'rule'] as const)
    for (const value of options[flag]) words.push(`--${flag}`, value);
  return quoteCommand(options.all ? [...words, '--all'] : words);
}
