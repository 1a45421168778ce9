// `modspec explain`: the steps from a specifier to its file, and why no other file was chosen.

import { type Explanation, explain } from '../../analysis/trace/explain.ts';
import { type CaseOptions, explainCase, usualEdition } from '../../analysis/trace/explain-case.ts';
import { stepRules, stepWords } from '../../analysis/trace/step-rules.ts';
import { checkEdition } from '../../api/check-edition.ts';
import { loadCases } from '../../api/load-cases.ts';
import { nodeEditions } from '../../model/editions.ts';
import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Way } from '../../model/vocabulary.ts';
import {
  type FileSystem,
  hasImport,
  nodeFileSystem,
  type PathRules,
  pathRules,
  seenFiles,
} from '../../reference/index.ts';
import { renderExplanation, type ShowPath } from '../../reports/commands/render-explanation.ts';
import { type Catalog, findCase } from '../../suite/cases/catalog.ts';
import { environmentFor } from './environment-for.ts';
import { noteRenamed } from './note-renamed.ts';

export const explainFormats = ['text', 'json'] as const;

export interface ExplainCommandOptions {
  readonly from?: string;
  readonly case?: string;
  readonly by: Way;
  /** Conditions of package maps that apply besides those of the edition. */
  readonly conditions: readonly string[];
  readonly edition?: string;
  /** Whose rules paths follow; absent: those of this machine. */
  readonly platform?: Platform;
  readonly format: string;
  /** Whether every step is printed. */
  readonly all: boolean;
  readonly spec?: string;
}

export async function explainCommand(
  specifier: string | undefined,
  options: ExplainCommandOptions,
): Promise<void> {
  checkOptions(specifier, options);
  const catalog = await loadCases(options.spec);
  const { edition, platform, conditions } = options;
  checkSeen(platform);
  const words = { ruleOf: stepRules(catalog), wordsOf: stepWords(catalog) };
  const settings = {
    ...words,
    conditions,
    ...(edition === undefined ? {} : { edition }),
    ...(platform === undefined ? {} : { platform }),
  };
  const explained =
    specifier === undefined
      ? explainOne(catalog, options.case ?? '', settings)
      : [explainFile(specifier, options.from ?? '', options.by, settings)];
  const show = specifier === undefined ? String : relativeBy(pathRules(platform ?? machinePlatform));
  process.stdout.write(options.format === 'json' ? toJson(explained) : toText(explained, show, options.all));
}

function checkOptions(specifier: string | undefined, options: ExplainCommandOptions): void {
  checkEdition(options.edition, nodeEditions());
  if (!explainFormats.some((known) => known === options.format))
    throw new UsageError(
      `--format ${options.format}: unknown format; expected ${explainFormats.join(' or ')}`,
    );
  const wanted = [specifier === undefined, options.from === undefined, options.case !== undefined];
  if (new Set(wanted).size > 1)
    throw new UsageError('explain: expected either a specifier and --from FILE, or --case ID alone');
  if (options.by === 'require') return;
  if (specifier === undefined)
    throw new UsageError(`--by ${options.by}: a case says itself what asks; use --by with a specifier`);
  if (options.edition !== undefined && !hasImport(options.edition))
    throw new UsageError(
      `--edition ${options.edition}: it has no import, which came with Node 12; expected node-12 or newer`,
    );
}

function explainFile(
  specifier: string,
  from: string,
  by: Way,
  { edition = usualEdition(by !== 'require'), ...settings }: CaseOptions,
): Explanation {
  const paths = pathRules(settings.platform ?? machinePlatform);
  const files = filesOf(paths.platform);
  const referrer = referrerOf(from, paths, files);
  const options = { ...settings, edition, files, environment: environmentFor(paths.platform) };
  return explain({ specifier, from: referrer, by }, options);
}

/** The disk, as the platform sees it. */
function filesOf(platform: Platform): FileSystem {
  return platform === machinePlatform ? nodeFileSystem : seenFiles(nodeFileSystem, platform);
}

/** Windows can't be seen by the rules of POSIX. */
function checkSeen(platform: Platform | undefined): void {
  if (machinePlatform === 'win32' && platform !== undefined && platform !== machinePlatform)
    throw new UsageError(
      `--platform ${platform}: this machine has no paths of POSIX; expected win32, or no --platform`,
    );
}

/** A referrer is a file. Who names a folder means a file in it, so the answer must not be that for the folder above. */
function referrerOf(from: string, paths: PathRules, files: FileSystem): string {
  const named = paths.resolve(from);
  const referrer = files.kindOf(named) === 'folder' ? paths.join(named, 'main.js') : named;
  const about = noteOn(from, { named, referrer }, paths, files);
  if (about !== undefined) process.stderr.write(`modspec: ${about}\n`);
  return referrer;
}

/** What the user should know of the referrer: the answer is right, but perhaps not to what was meant. */
function noteOn(
  from: string,
  { named, referrer }: { readonly named: string; readonly referrer: string },
  paths: PathRules,
  files: FileSystem,
): string | undefined {
  if (referrer !== named)
    return `--from ${from} is a folder; this is the answer for a file in it, ${relativeBy(paths)(referrer)}`;
  const folder = paths.dirname(referrer);
  if (files.kindOf(folder) !== 'folder')
    return `the folder '${folder}' does not exist, so relative specifiers are not found from there`;
  return files.kindOf(referrer) === 'file'
    ? undefined
    : `'${referrer}' does not exist; this is the answer for a file there`;
}

function explainOne(catalog: Catalog, id: string, settings: CaseOptions): Explanation[] {
  const explained = explainCase(findCase(catalog, id), settings);
  noteRenamed(catalog, [id]);
  if (explained.length > 0) return explained;
  throw new UsageError(`case '${id}' has no question that can be explained without running it`);
}

function toJson(explained: readonly Explanation[]): string {
  return `${JSON.stringify(explained, null, 2)}\n`;
}

function toText(explained: readonly Explanation[], showPath: ShowPath, all: boolean): string {
  return explained.map((explanation) => renderExplanation(explanation, showPath, all)).join('\n');
}

/** Relative to the working folder if it lies below it. */
function relativeBy(paths: PathRules): ShowPath {
  return (file) => {
    const relative = paths.relative(paths.workingFolder(), file);
    return relative === '' || relative.startsWith('..') || paths.isAbsolute(relative) ? file : relative;
  };
}
