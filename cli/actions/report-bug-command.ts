// `modspec report-bug`: a case that a loader fails, as a report for its tracker.

import { checkEdition } from '../../api/check-edition.ts';
import { findAdapters } from '../../api/find-adapters.ts';
import { observe } from '../../api/observe.ts';
import { readWanted } from '../../harness/registry/wanted.ts';
import { findVersioned } from '../../harness/versions/versioned.ts';
import { findEdition } from '../../model/editions.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type BugReport, renderBugReport } from '../../reports/commands/render-bug-report.ts';
import { findCase } from '../../suite/cases/catalog.ts';
import { openCatalog } from '../../suite/cases/open-catalog.ts';
import { bisectCase } from './bisect-command.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';
import { startProgress } from './progress.ts';
import { writeReportFile } from './write-file.ts';

export interface ReportBugOptions {
  readonly impl: string;
  readonly case: string;
  readonly edition?: string;
  readonly since: boolean;
  readonly out?: string;
  readonly timeout: number;
  readonly offline: boolean;
}

/** @returns 1 if the loader does not fail the case, so that there is nothing to report */
export async function reportBugCommand(options: ReportBugOptions): Promise<number> {
  checkEdition(options.edition);
  const catalog = await openCatalog(undefined);
  const item = findCase(catalog, options.case);
  const progress = startProgress();
  const ask = async (spec: string, edition: string | undefined) => {
    const adapters = await findAdapters([spec], { offline: options.offline, signal: interrupted });
    const { onStart, onVerdict } = progress;
    const settings = { edition, timeoutMs: options.timeout, signal: interrupted, onStart, onVerdict };
    return observe(adapters, [item], settings).finally(progress.stop);
  };
  const own = await ask(options.impl, options.edition);
  if (interrupted.aborted) return interruptedExitCode();
  const nothing = whyNothing(own);
  if (nothing !== undefined) {
    process.stderr.write(`modspec: nothing to report: ${nothing}\n`);
    return exitCodes.notAsExpected;
  }
  const edition = own.header.implementations[0]?.edition ?? '';
  const oracle = await ask(oracleOf(edition), edition);
  if (interrupted.aborted) return interruptedExitCode();
  const run: Run = {
    ...own,
    header: {
      ...own.header,
      implementations: [...own.header.implementations, ...oracle.header.implementations],
    },
    verdicts: [...own.verdicts, ...oracle.verdicts],
  };
  checkOracle(oracle);
  const since = options.since ? await sinceWhen(options, edition) : undefined;
  const text = renderBugReport({ item, catalog, run, since });
  if (options.out === undefined) process.stdout.write(text);
  else writeReportFile(options.out, text);
  return exitCodes.asExpected;
}

function whyNothing({ header, verdicts: [verdict] }: Run): string | undefined {
  const [ran] = header.implementations;
  if (!verdict) return `${ran?.edition} expects nothing of this case`;
  if (verdict.verdict === 'pass') return `${ran?.name} passes the case in ${ran?.edition}`;
  if (verdict.verdict === 'skip' || verdict.verdict === 'error')
    return `${ran?.name} was not asked: ${verdict.reason}`;
  return undefined;
}

/** The real Node or Deployd that an edition speaks of; the newest one for texts and for what all lines do. */
function oracleOf(edition: string): string {
  const { family = 'node', line, verifiedOn } = findEdition(edition) ?? {};
  const running = process.versions.node.split('.')[0];
  if (line === undefined && family === 'node') return 'node';
  if (family === 'node' && line === running) return 'node';
  return verifiedOn ? `${family}@${verifiedOn.at(-1)}` : family;
}

/** @throws {UsageError} if the real Node does not do what is expected either, so that the report would be wrong. */
function checkOracle({ header, verdicts: [verdict] }: Run): void {
  const [ran] = header.implementations;
  if (verdict?.verdict === 'pass') return;
  throw new UsageError(
    `${ran?.name} ${ran?.version} does not pass the case either: ${verdict?.reason ?? verdict?.verdict}; judge by the edition of a real Node, such as --edition node-24`,
  );
}

/** The newest change from a pass to something else. */
async function sinceWhen(
  { impl, case: id, timeout, offline }: ReportBugOptions,
  edition: string,
): Promise<BugReport['since']> {
  const { name, version: to } = readWanted(impl);
  const { name: known } = findVersioned(name);
  const { changes } = await bisectCase({
    impl: known,
    ...(to === undefined ? {} : { to }),
    case: [id],
    edition,
    timeout,
    offline,
  });
  const change = changes.findLast(({ cases }) => cases.some(({ before }) => before?.verdict === 'pass'));
  return change && { passed: change.before.version, failed: change.after.version };
}
