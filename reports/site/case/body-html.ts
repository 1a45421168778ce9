// A case as HTML: its remarks, its tree, and what each edition expects.

import type { TreeEntry } from '../../../model/case.ts';
import type { ExpectationData, QuestionData, ReportData } from '../../html/data/report-data.ts';
import type { CaseItem } from '../../html/model/model.ts';
import { editionWords, questionText, visible } from '../../html/model/question-text.ts';
import { fileListing, treeLines } from '../../html/model/tree-lines.ts';
import { escapeText } from '../../parts/xml.ts';
import { hint } from '../frame/elements.ts';

export function caseBodyHtml(data: ReportData, item: CaseItem): string[] {
  const environment = Object.entries(item.environment).map(
    ([name, value]) => `<p class="properties">Environment <code>${escapeText(`${name}=${value}`)}</code></p>`,
  );
  return [proseHtml(item.html), treeHtml(item.tree), ...environment, ...questionsHtml(data, item.questions)];
}

/** @param html rendered from Markdown in which HTML counts as text */
export function proseHtml(html: string): string {
  return html === '' ? '' : `<div class="prose">${html}</div>`;
}

function treeHtml(entries: readonly TreeEntry[]): string {
  if (entries.length === 0) return '';
  const drawn = entries.length > 1 || entries.some((entry) => entry.kind !== 'file' || entry.text === '');
  const files = entries.map(fileHtml).join('');
  return `<div class="tree-and-files">${drawn ? drawingHtml(entries) : ''}<div class="files">${files}</div></div>`;
}

function drawingHtml(entries: readonly TreeEntry[]): string {
  const lines = treeLines(entries).map(({ strokes, name, note }) => {
    const beside = note === '' ? '' : ` ${hint(note)}`;
    return `<li><span class="strokes" aria-hidden="true">${strokes}</span>${escapeText(name)}${beside}</li>`;
  });
  return `<ul class="tree" aria-label="Tree">${lines.join('')}</ul>`;
}

function fileHtml(entry: TreeEntry): string {
  const listing = fileListing(entry);
  if (!listing) return '';
  const { path, text, note } = listing;
  const beside = note === '' ? '' : ` ${hint(note)}`;
  return `<figure class="file"><figcaption>${escapeText(path)}${beside}</figcaption>
<pre class="code"><code>${escapeText(text)}</code></pre></figure>`;
}

type Resolution = Extract<QuestionData, { kind: 'resolve' }>;

function questionsHtml(data: ReportData, questions: readonly QuestionData[]): string[] {
  const resolutions = questions.filter((question) => question.kind === 'resolve');
  const programs = questions.filter((question) => question.kind !== 'resolve');
  return [
    resolutions.length === 0 ? '' : resolutionsHtml(data, resolutions),
    ...programs.flatMap((question) =>
      question.expect.map((expected) => programHtml(data, question, expected)),
    ),
  ];
}

function resolutionsHtml(data: ReportData, questions: readonly Resolution[]): string {
  const rows = questions.map(({ from, specifier, expect }) => {
    const answers = expect.map(
      (expected) =>
        `<div><code>${escapeText(expected.words)}</code>${editionsHtml(data, expect, expected)}</div>`,
    );
    return `<tr><td><code>${escapeText(from)}</code></td><td><code>${escapeText(visible(specifier))}</code></td><td>${answers.join('')}</td></tr>`;
  });
  return `<table class="expected"><thead><tr><th scope="col">from</th><th scope="col">specifier</th><th scope="col">resolves to</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
}

function programHtml(
  data: ReportData,
  question: Exclude<QuestionData, Resolution>,
  expected: ExpectationData,
): string {
  const words = expected.words === '' ? '(nothing)' : expected.words;
  const editions = editionsHtml(data, question.expect, expected);
  return `<figure class="file output"><figcaption><code>${escapeText(questionText(question))}</code> shows${editions}</figcaption>
<pre class="code">${escapeText(words)}</pre></figure>`;
}

function editionsHtml(data: ReportData, all: readonly ExpectationData[], expected: ExpectationData): string {
  const words = editionWords(data, all, expected);
  return words === '' ? '' : ` <span class="editions">${escapeText(words)}</span>`;
}
