// `modspec explain`: the steps from a specifier to its file, and why no other file was chosen.

import path from 'node:path';
import { type ExplainOptions, type Explanation, explain } from '../../analysis/trace/explain.ts';
import { explainCase } from '../../analysis/trace/explain-case.ts';
import { stepRules, stepWords } from '../../analysis/trace/step-rules.ts';
import { findEdition } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import { nodeFileSystem } from '../../reference/index.ts';
import { renderExplanation, type ShowPath } from '../../reports/commands/render-explanation.ts';
import { type Catalog, findCase } from '../../suite/cases/catalog.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { noteRenamed } from './note-renamed.ts';

export interface ExplainCommandOptions {
  readonly from?: string;
  readonly case?: string;
  readonly edition: string;
  readonly format: string;
  readonly spec?: string;
}

export function explainCommand(specifier: string | undefined, options: ExplainCommandOptions): void {
  checkOptions(specifier, options);
  const catalog = loadCatalog(options.spec);
  const settings = { edition: options.edition, ruleOf: stepRules(catalog), wordsOf: stepWords(catalog) };
  const explained =
    specifier === undefined
      ? explainOne(catalog, options.case ?? '', settings)
      : [explainFile(specifier, options.from ?? '', settings)];
  const show = specifier === undefined ? String : showRelative;
  process.stdout.write(options.format === 'json' ? toJson(explained) : toText(explained, show));
}

function checkOptions(specifier: string | undefined, options: ExplainCommandOptions): void {
  if (findEdition(options.edition)?.family !== 'node')
    throw new UsageError(
      `--edition ${options.edition}: expected an edition of Node's loader; see 'modspec list editions'`,
    );
  if (!['text', 'json'].includes(options.format))
    throw new UsageError(`--format ${options.format}: unknown format; expected text or json`);
  const wanted = [specifier === undefined, options.from === undefined, options.case !== undefined];
  if (new Set(wanted).size > 1)
    throw new UsageError('explain: expected either a specifier and --from FILE, or --case ID alone');
}

function explainFile(
  specifier: string,
  from: string,
  settings: Pick<ExplainOptions, 'edition' | 'ruleOf' | 'wordsOf'>,
): Explanation {
  const folder = path.dirname(path.resolve(from));
  if (nodeFileSystem.kindOf(folder) !== 'folder')
    process.stderr.write(
      `modspec: the folder '${folder}' does not exist, so relative specifiers are not found from there\n`,
    );
  const options = { ...settings, files: nodeFileSystem, environment: process.env };
  return explain(specifier, path.resolve(from), options);
}

function explainOne(
  catalog: Catalog,
  id: string,
  settings: Pick<ExplainOptions, 'edition' | 'ruleOf' | 'wordsOf'>,
): Explanation[] {
  const explained = explainCase(findCase(catalog, id), settings);
  noteRenamed(catalog, [id]);
  if (explained.length > 0) return explained;
  throw new UsageError(`case '${id}' has no question that can be explained without running it`);
}

function toJson(explained: readonly Explanation[]): string {
  return `${JSON.stringify(explained, null, 2)}\n`;
}

function toText(explained: readonly Explanation[], showPath: ShowPath): string {
  return explained.map((explanation) => renderExplanation(explanation, showPath)).join('\n');
}

/** Relative to the working folder if it lies below it. */
function showRelative(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === '' || relative.startsWith('..') ? file : relative;
}
