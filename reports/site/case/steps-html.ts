// Where loaders left the steps of the reference, as HTML.

import type { CaseItem, Model } from '../../html/model/model.ts';
import { questionText } from '../../html/model/question-text.ts';
import {
  departureWords,
  type ShownEvent,
  type ShownTrace,
  stepsShown,
  tracesOf,
} from '../../html/model/traces.ts';
import { plural } from '../../parts/titles.ts';
import { escapeText } from '../../parts/xml.ts';
import type { Links } from '../frame/links.ts';

/** Only of the questions for which it is known where a loader left, and only the steps around it. */
export function stepsHtml(model: Model, item: CaseItem, links: Links): string[] {
  const shown = item.questions.flatMap((question, index) => {
    const [trace] = tracesOf(model, model.columns, item, index);
    return trace && trace.departures.length > 0 ? [{ question, trace }] : [];
  });
  if (shown.length === 0) return [];
  const traces = shown.map(
    ({ question, trace }) =>
      `<details class="trace" open><summary><code>${escapeText(questionText(question))}</code> by ${escapeText(trace.edition)}</summary>
${traceHtml(model, trace, links)}</details>`,
  );
  return [
    '<section aria-label="Steps of the reference"><h2>Steps of the reference</h2>',
    ...traces,
    '</section>',
  ];
}

/** So many steps before the first departure are shown. */
const before = 6;

function traceHtml(model: Model, trace: ShownTrace, links: Links): string {
  const end = stepsShown(trace);
  const start = Math.max(0, Math.min(...trace.departures.map(({ at }) => at)) - before);
  const rest = trace.events.length - end;
  const steps = trace.events.slice(start, end).map((event, at) => {
    const left = trace.departures.filter((departure) => departure.at === start + at);
    return stepHtml(
      model,
      event,
      left.map((departure) => departureWords(model, departure)),
      links,
    );
  });
  const more = rest > 0 ? `<p class="hint">Then ${plural(rest, 'more step')} of the reference.</p>` : '';
  return `<ol class="steps" start="${start + 1}">${steps.join('')}</ol>${more}<p>Answer: <code>${escapeText(trace.answer)}</code></p>`;
}

function stepHtml(
  model: Model,
  { step, outcome, path }: ShownEvent,
  left: readonly string[],
  links: Links,
): string {
  const known = model.step(step);
  const rule = model.rules[known?.rule ?? -1];
  const label = rule
    ? `<a class="step" href="${links.rule(rule.id)}">${escapeText(step)}</a>`
    : `<span class="step">${escapeText(step)}</span>`;
  const words = known ? `<span class="words">${escapeText(known.text.replaceAll('`', ''))}</span>` : '';
  const departures = left.map((text) => `<p class="left-here">${escapeText(text)}</p>`).join('');
  const name = `outcome-${outcome}${left.length > 0 ? ' departure' : ''}`;
  return `<li class="${escapeText(name)}">${label} <span class="outcome">${escapeText(outcome)}</span> <code>${escapeText(path)}</code>
${words}${departures}</li>`;
}
