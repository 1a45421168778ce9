// The results of a case as HTML: implementations with the same result together, failures first.

import { groupBy } from '../../../model/group-by.ts';
import type { CheckData, DetailData } from '../../html/data/report-data.ts';
import { groupVerdicts, type VerdictGroup } from '../../html/model/group-verdicts.ts';
import { type CaseItem, type Column, isBad, letterWords, type Model } from '../../html/model/model.ts';
import { outcomeSigns, questionOutcomes } from '../../html/model/question-outcomes.ts';
import { questionText } from '../../html/model/question-text.ts';
import { observedWords } from '../../html/model/shown-answer.ts';
import { markClass, signs } from '../../html/model/signs.ts';
import { timesWords } from '../../html/model/times-words.ts';
import { whyNotAsked } from '../../html/model/why-not-asked.ts';
import { compareTexts } from '../../parts/compare-check.ts';
import { rerunCommand } from '../../parts/rerun-command.ts';
import { escapeText } from '../../parts/xml.ts';
import { hint, link } from '../frame/elements.ts';
import type { Links } from '../frame/links.ts';

export function resultsHtml(model: Model, item: CaseItem, links: Links): string[] {
  if (model.columns.length === 0) return [];
  const groups = groupVerdicts(model.columns, item).map((group) => groupHtml(model, item, group, links));
  return [
    '<section aria-label="Results"><h2>Results</h2>',
    ...groups,
    ...notAsked(model, item),
    '</section>',
  ];
}

/** Those without a verdict, with the reason. */
function notAsked(model: Model, item: CaseItem): string[] {
  const reasons = groupBy(model.columns, (column) => whyNotAsked(model, column, item));
  reasons.delete(undefined);
  return [...reasons].map(
    ([reason, own]) => `<p class="result is-none">${hint(`Not asked: ${reason}. ${namesOf(own)}`)}</p>`,
  );
}

function groupHtml(model: Model, item: CaseItem, group: VerdictGroup, links: Links): string {
  const { letter, detail, columns } = group;
  return [
    `<div class="result ${markClass(letter)}"><h3><span class="mark ${markClass(letter)}">${signs[letter]}</span> ${namesHtml(columns, links)}`,
    ` <span class="hint">${letterWords[letter]}, ${timesWords(columns, item)}</span></h3>`,
    isBad(letter) ? outcomesHtml(model, columns[0], item) : '',
    columns.some(({ otherHashes }) => otherHashes[item.index] !== undefined) ? changedCase : '',
    ...detailHtml(model, item, detail),
    isBad(letter) ? rerunHtml(model, columns[0], item) : '',
    '</div>',
  ].join('');
}

/** So many names are links; the names of more are folded away. */
const few = 8;

function namesHtml(columns: readonly Column[], links: Links): string {
  if (columns.length > few)
    return `<details class="names"><summary>${columns.length} implementations</summary>
<bdi>${escapeText(namesOf(columns))}</bdi></details>`;
  const names = columns.map((column) => link(links.implementation(column), column.label));
  return `<bdi>${names.join(', ')}</bdi>`;
}

function namesOf(columns: readonly Column[]): string {
  return columns.map(({ label }) => label).join(', ');
}

const changedCase =
  '<p class="problem">The case has changed since this run. The verdict is that of the earlier case.</p>';

/** Of a case that asks several questions, how each of them ended. */
function outcomesHtml(model: Model, column: Column | undefined, item: CaseItem): string {
  const outcomes = column ? questionOutcomes(model, column, item) : [];
  if (outcomes.length < 2) return '';
  const passed = outcomes.filter((outcome) => outcome === 'pass').length;
  const judged = outcomes.filter((outcome) => outcome !== 'not judged').length;
  const lines = outcomes.map((outcome, at) => {
    const question = escapeText(questionText(item.questions[at]));
    return `<li class="outcome-of-${outcome.replace(' ', '-')}">${outcomeSigns[outcome]} <code>${question}</code></li>`;
  });
  return `<details class="outcomes"><summary>${passed} of ${judged} questions pass</summary><ul>${lines.join('')}</ul></details>`;
}

function detailHtml(model: Model, item: CaseItem, detail: DetailData | undefined): string[] {
  if (!detail) return [];
  const { accepted, intended, shared, reason, issue, checks = [], stderr } = detail;
  const text = (index: number) => escapeText(model.text(index));
  return [
    accepted === undefined ? '' : `<p>Accepted by the baseline: ${text(accepted)}</p>`,
    intended === undefined ? '' : `<p>Documented as intended: ${text(intended)}</p>`,
    shared === undefined
      ? ''
      : `<p class="hint">The verdict in a process shared with other cases was ${escapeText(shared)}.</p>`,
    reason === undefined ? '' : `<pre class="untrusted">${text(reason)}</pre>`,
    issue === undefined ? '' : `<p class="hint"><bdi>${text(issue)}</bdi></p>`,
    ...checks.map((check) => checkHtml(model, item, check)),
    stderr === undefined
      ? ''
      : `<details><summary>stderr</summary><pre class="untrusted">${text(stderr)}</pre></details>`,
  ];
}

const signWords = { '-': 'expected', '+': 'observed', ' ': '' } as const;
const signClasses = { '-': ' expected-line', '+': ' observed-line', ' ': '' } as const;

/** What was expected and what was observed, line by line. */
function checkHtml(model: Model, item: CaseItem, [question, label, expected, observed]: CheckData): string {
  const compared = compareTexts(model.text(expected), observedWords(model.text(observed)));
  const lines = compared.map(({ sign, text }, at) => {
    const word = compared[at - 1]?.sign === sign ? '' : signWords[sign];
    return `<span class="line${signClasses[sign]}"><span class="sign">${word}</span>${escapeText(text)}\n</span>`;
  });
  const count = item.questions.length;
  const which = count > 1 ? ` <span class="hint">question ${question + 1} of ${count}</span>` : '';
  return `<figure class="check"><figcaption><code>${escapeText(model.text(label))}</code>${which}</figcaption>
<pre class="diff untrusted">${lines.join('')}</pre></figure>`;
}

/** The command is the same for the others of the group but the name. */
function rerunHtml({ data }: Model, column: Column | undefined, item: CaseItem): string {
  if (!column) return '';
  const command = rerunCommand({ ...column, capabilities: [] }, item.id, data.spec);
  return `<p class="rerun"><code>${escapeText(command)}</code></p>`;
}
