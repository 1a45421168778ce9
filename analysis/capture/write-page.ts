// Writes a difference as a page: a rule that names the oracle, and the case.

import type { Case, Expectation, TreeEntry } from '../../model/case.ts';
import { formatEditions } from '../../model/edition-selector.ts';
import { codeSpan, showWanted } from '../../suite/authoring/cells.ts';

export interface PageWords {
  readonly id: string;
  readonly title: string;
  /** The oracle, such as `Node 22.23.3`. */
  readonly oracle: string;
  /** The loader that differs, and its answer. */
  readonly loader: string;
  readonly observed: string;
}

/** The text of the page; `modspec run --spec` accepts it without changes. */
export function writeCapturedPage(item: Case, words: PageWords): string {
  const editions = [
    ...new Set(
      item.questions.flatMap(({ expect }) => (expect as Expectation[]).flatMap((one) => one.editions)),
    ),
  ];
  const lines = [
    '---',
    `title: ${JSON.stringify(words.title)}`,
    `editions: ${JSON.stringify(formatEditions(editions))}`,
    '---',
    '',
    '# Captured',
    '',
    '## From a project',
    '',
    `### \`${words.id}-rule\` What ${words.oracle} does`,
    '',
    `The expectation is what ${words.oracle} does. ${words.loader} differs: ${observedInLine(words.observed)}.`,
    '',
    '- Requirement: unspecified',
    '',
    `#### \`${words.id}\` ${words.title}`,
    '',
    ...item.tree.flatMap(namedFence),
    ...treeFence(item.tree),
    ...propertiesOf(item),
    ...questionOf(item),
  ];
  return `${lines.join('\n')}\n`;
}

function observedInLine(observed: string): string {
  return codeSpan(
    observed
      .trim()
      .replace(/\s*\n\s*/g, ' ⏎ ')
      .slice(0, 200) || ' ',
  );
}

function propertiesOf(item: Case): string[] {
  const [question] = item.questions;
  const bullets = item.needs.length === 0 ? [] : [`- Needs: ${item.needs.join(', ')}`];
  if (question?.kind === 'run') {
    const [expected] = question.expect;
    if (question.entry !== 'main.js') bullets.push(`- Entry: ${codeSpan(question.entry)}`);
    if (expected?.exitCode !== undefined) bullets.push(`- Exit code: ${expected.exitCode}`);
    if (expected?.error !== undefined) bullets.push(`- Uncaught error: ${codeSpan(expected.error)}`);
  }
  return bullets.length === 0 ? [] : [...bullets, ''];
}

/** Whether a paragraph can contain the name of the file, and a fence its text. */
function fitsFence(entry: TreeEntry): entry is Extract<TreeEntry, { kind: 'file' }> {
  return entry.kind === 'file' && isLines(entry.text) && /^[\w@.+/-]+$/.test(entry.path);
}

/** A fence contains whole lines without what Markdown would change. */
function isLines(text: string): boolean {
  return text.endsWith('\n') && !/[^\P{Cc}\t\n]|\ufeff/u.test(text);
}

function namedFence(entry: TreeEntry): string[] {
  if (!fitsFence(entry)) return [];
  const ticks = Math.max(2, ...(entry.text.match(/`+/g) ?? []).map((run) => run.length)) + 1;
  const fence = '`'.repeat(ticks);
  const language = /\.(\w+)$/.exec(entry.path)?.[1] ?? '';
  return [`\`${entry.path}\``, '', `${fence}${language}`, ...entry.text.split('\n').slice(0, -1), fence, ''];
}

function treeFence(tree: readonly TreeEntry[]): string[] {
  const lines = tree.filter((entry) => !fitsFence(entry)).map(treeLine);
  return lines.length === 0 ? [] : ['```tree', ...lines, '```', ''];
}

function treeLine(entry: TreeEntry): string {
  const path = treeName(entry.path);
  switch (entry.kind) {
    case 'folder':
      return `${treeName(`${entry.path}/`)}`;
    case 'symlink':
      return `${path} -> ${treeName(entry.target)}`;
    case 'file':
      return entry.text === '' ? path : `${path} bytes ${JSON.stringify(entry.text)}`;
    case 'bytes':
      return `${path} bytes ${showBytes(Buffer.from(entry.base64, 'base64'))}`;
  }
}

/** A name that is ambiguous on a page is written as a JSON string. */
function treeName(name: string): string {
  return /^[\w@.+/-]+$/.test(name) || /^<tree>\/[\w@.+/-]*$/.test(name) ? name : JSON.stringify(name);
}

/** A string if the bytes are ASCII text, otherwise pairs of digits. */
function showBytes(content: Buffer): string {
  const text = content.toString('latin1');
  const printable = /^[\t\n\r\u0020-\u007e]*$/.test(text) && !text.includes('<tree>');
  return printable ? JSON.stringify(text) : (content.toString('hex').match(/../g) ?? []).join(' ');
}

function questionOf({ tree, questions: [question] }: Case): string[] {
  if (question?.kind === 'resolve') {
    const paths = new Set(tree.map(({ path }) => path));
    const [expected] = question.expect;
    const cells = [
      codeSpan(question.from),
      ...(question.by === undefined ? [] : [question.by]),
      codeSpan(question.specifier),
      expected ? showWanted(expected, paths) : '?',
    ];
    const names = ['from', ...(question.by === undefined ? [] : ['by']), 'specifier', 'resolves to'];
    return [names, names.map(() => '---'), cells].map((row) => `| ${row.join(' | ')} |`);
  }
  const expected = question?.kind === 'run' ? question.expect[0] : undefined;
  return ['```stdout', ...(expected?.stdout.split('\n').slice(0, -1) ?? []), '```'];
}
