// `modspec try`: compares what the page expects of a case with the answers of the reference and of real Nodes.

import { writeFileSync } from 'node:fs';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { jobsFor } from '../../harness/run/default-jobs.ts';
import { nodesAtHand } from '../../harness/sightings/nodes-at-hand.ts';
import { gatherSightings, type Sightings, type Unseen } from '../../harness/sightings/sightings.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import type { Case } from '../../model/case.ts';
import { countOf } from '../../model/count-of.ts';
import { describeQuestion } from '../../model/describe.ts';
import { formatEditions } from '../../model/edition-selector.ts';
import { UsageError } from '../../model/usage-error.ts';
import { renderSightings } from '../../reports/commands/render-sightings.ts';
import { compareSightings } from '../../suite/authoring/compare-sightings.ts';
import { settle } from '../../suite/authoring/settle.ts';
import type { Sighting } from '../../suite/authoring/sighting.ts';
import { writeExpectations } from '../../suite/authoring/write-expectations.ts';
import { selectCases } from '../../suite/cases/catalog.ts';
import { toPageCases } from '../../suite/cases/generate-cases.ts';
import type { IdRegister } from '../../suite/identity/id-register.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';
import { isDraft } from '../../suite/pages/drafts.ts';
import { readFrontMatter } from '../../suite/pages/front-matter.ts';
import type { Page } from '../../suite/pages/parse-page.ts';
import { pagesFolder, readPages, readPageText } from '../../suite/pages/read-pages.ts';
import { selectEditions } from '../../suite/pages/spread-editions.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';

export interface TryCommandOptions {
  readonly spec: string;
  readonly impl: readonly string[];
  readonly fetch: boolean;
  readonly write: boolean;
  readonly all: boolean;
  readonly jobs?: number;
}

/** @returns 0 if the page, the reference and real Nodes agree, or if all is written */
export async function tryCommand(what: string, options: TryCommandOptions): Promise<number> {
  const { pages, cases } = select(what, options.spec);
  const sightings = await ask(cases, options);
  if (interrupted.aborted) return tellStopped(cases, sightings, options);
  const agree = cases.map((item) => show(item, scopeOf(item), sightings, options, cases.length));
  if (options.write) for (const item of cases) write(item, sightings);
  if (!options.write)
    process.stdout.write(
      `${agree.filter(Boolean).length} of ${countOf(cases.length, 'case')} of ${pages} agree\n`,
    );
  return options.write || agree.every(Boolean) ? exitCodes.asExpected : exitCodes.notAsExpected;
}

/** What was seen until then, and on the page what real Nodes answered. A draft needs the answers of all, so it stays one. */
function tellStopped(cases: readonly Case[], sightings: Sightings, options: TryCommandOptions): number {
  const isSeen = ({ id }: Case) => sightings.answers.get(id)?.some((seen) => seen.length > 0) === true;
  const seen = cases.filter(isSeen);
  for (const item of seen) show(item, scopeOf(item), sightings, { ...options, all: true }, cases.length);
  if (options.write) for (const item of seen) if (!isDraft(item)) write(item, sightings);
  process.stderr.write(
    `modspec: stopped before every edition was asked: ${seen.length} of ${countOf(cases.length, 'case')} have answers, and not from all editions\n`,
  );
  return interruptedExitCode();
}

/** The cases of a page, named by its file or id; otherwise cases by their ids. */
function select(what: string, spec: string): { pages: string; cases: Case[] } {
  const isFile = what.endsWith('.md');
  const pages = readPages(isFile ? what : spec, { drafts: true });
  const page = isFile ? pages[0] : pages.find(({ id }) => id === what);
  const cases = page
    ? [...page.cases]
    : selectIn(pages, what, readIdRegister(pagesFolder(isFile ? what : spec)));
  const asked = cases.filter(({ questions }) => questions.every(({ kind }) => kind !== 'serve'));
  if (asked.length > 0) return { pages: page?.id ?? what, cases: asked };
  throw new UsageError(`'${what}' has no case for loaders; to ask servers, use 'npm run verify:deployd'`);
}

function selectIn(pages: readonly Page[], glob: string, formerIds: IdRegister): Case[] {
  const cases = pages.flatMap((page) => page.cases);
  const rules = new Map(pages.flatMap((page) => page.rules).map((rule) => [rule.id, rule]));
  const files = new Map(cases.map(({ id, source }) => [id, source.file]));
  const chosen = selectCases({ pages: pages.map(toPageCases), cases, rules, formerIds }, [glob]);
  return chosen.map((item) => ({
    ...item,
    source: { ...item.source, file: files.get(item.id) ?? item.source.file },
  }));
}

async function ask(cases: readonly Case[], options: TryCommandOptions): Promise<Sightings> {
  const nodes = [...new Set([...nodesAtHand(options), ...options.impl])];
  const stranger = nodes.find((spec) => !/^node(?:$|[@:])/.test(spec));
  if (stranger !== undefined)
    throw new UsageError(`--impl ${stranger}: expected a real Node; for other loaders, see 'modspec run'`);
  const adapters = await Promise.all(nodes.map((spec) => findAdapter(spec, { signal: interrupted })));
  const workspace = await openWorkspace();
  try {
    return await gatherSightings(
      cases,
      { reference: await findAdapter('reference'), nodes: adapters },
      {
        workspace,
        jobs: options.jobs ?? jobsFor(adapters, cases.length, false),
        timeoutMs: 10_000,
        isolate: false,
        signal: interrupted,
      },
    );
  } finally {
    workspace.remove();
  }
}

/** @returns whether all agree */
function show(
  item: Case,
  scope: readonly string[],
  { answers, unseen }: Sightings,
  { all }: TryCommandOptions,
  count: number,
): boolean {
  const compared = item.questions.map((question, at) =>
    compareSightings(question, answers.get(item.id)?.[at] ?? [], scope),
  );
  const agrees = compared.flat().every((row) => row.agrees);
  if (agrees && count > 1 && !all) return true;
  const { file, line } = item.source;
  const lines = item.questions.flatMap((question, at) => [
    `  ${describeQuestion(question)}`,
    ...renderSightings(compared[at] ?? []).map((text) => `    ${text}`),
  ]);
  const why = describeUnseen(unseen.get(item.id) ?? [], answers.get(item.id) ?? [], scope);
  process.stdout.write([`${item.id}: ${item.title} (${file}:${line})`, ...lines, ...why, '', ''].join('\n'));
  return agrees;
}

/** Of the editions that the page speaks of, those of which no real Node answered. */
function describeUnseen(
  all: readonly Unseen[],
  seen: readonly (readonly Sighting[])[],
  scope: readonly string[],
): string[] {
  const answered = new Set(seen.flat().flatMap((one) => (isReal(one) ? [one.edition] : [])));
  const unseen = all.filter(({ edition }) => scope.includes(edition) && !answered.has(edition));
  const reasons = [...new Set(unseen.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const editions = new Set(unseen.filter((one) => one.reason === reason).map(({ edition }) => edition));
    return `  ${formatEditions([...editions])} not asked: ${reason}`;
  });
}

/** Editions that were not asked stay as they are on the page; a draft needs the answers of all. */
function write(item: Case, { answers, unseen }: Sightings): void {
  const { file } = item.source;
  const seen = answers.get(item.id) ?? [];
  const scope = scopeOf(item);
  const [missing] = describeUnseen(unseen.get(item.id) ?? [], answers.get(item.id) ?? [], scope);
  if (missing !== undefined && isDraft(item))
    throw new UsageError(`${item.id} was not written: ${missing.trim()}`, item.source);
  if (!seen.flat().some(isReal)) {
    if (missing === undefined) throw new UsageError(noNode(item));
    return;
  }
  const settled = item.questions.map((question, at) => settle(question, seen[at] ?? [], scope));
  const text = readPageText(file);
  const wanted = settled.map((one) => one.wanted);
  const written = writeExpectations(item, wanted, text, scope);
  if (written === text) return;
  writeFileSync(file, written);
  const guessed = [...new Set(settled.flatMap((one) => one.unseen))].filter(
    (edition) => edition !== 'locked',
  );
  const advice = guessed.length === 0 ? '' : `; no Node of ${formatEditions(guessed)} was available`;
  process.stdout.write(`${item.id}: written to ${file}${advice}\n`);
}

function isReal({ by }: Sighting): boolean {
  return by !== 'reference';
}

function noNode({ id }: Case): string {
  return `${id} was not written: no real Node is available; add one with --impl node, or all with --fetch`;
}

function scopeOf({ source: { file } }: Case): string[] {
  const { frontMatter } = readFrontMatter(file, readPageText(file));
  return selectEditions(frontMatter.editions, { file, line: 2 });
}
