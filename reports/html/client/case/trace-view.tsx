// The steps of the reference for a resolution, and the step at which a loader left them.

import { useState } from 'preact/hooks';
import { plural } from '../../../parts/titles.ts';
import type { CaseItem } from '../../model/model.ts';
import { questionText } from '../../model/question-text.ts';
import { type ShownDeparture, type ShownEvent, type ShownTrace, tracesOf } from '../../model/traces.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';
import { namesOf } from '../parts/verdict-strip.tsx';

export function CaseTraces({ shared, item }: { readonly shared: Shared; readonly item: CaseItem }) {
  const { model, columns } = shared;
  const all = item.questions.map((question, index) => ({
    index,
    question: questionText(question),
    traces: tracesOf(model, columns, item, index),
  }));
  const shown = all.filter(({ traces }) => traces.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-label="Steps of the reference">
      <h3>Steps of the reference</h3>
      {shown.map(({ index, question, traces }) => (
        <QuestionTrace key={index} shared={shared} question={question} traces={traces} />
      ))}
    </section>
  );
}

interface QuestionTraceProps {
  readonly shared: Shared;
  readonly question: string;
  readonly traces: readonly ShownTrace[];
}

function QuestionTrace({ shared, question, traces }: QuestionTraceProps) {
  const [chosen, choose] = useState(0);
  const trace = traces[chosen] ?? traces[0];
  if (!trace) return null;
  return (
    <details class="trace" open={trace.departures.length > 0}>
      <summary>
        <code>{question}</code>
      </summary>
      <label>
        Edition{' '}
        <select value={chosen} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {traces.map(({ edition }, index) => (
            <option key={edition} value={index}>
              {edition}
            </option>
          ))}
        </select>
      </label>
      <Steps shared={shared} trace={trace} />
      <p>
        Answer: <code>{trace.answer}</code>
      </p>
    </details>
  );
}

/** So many steps behind the last departure are shown; those after them only on demand. */
const after = 2;

function Steps({
  shared,
  trace: { events, departures },
}: {
  readonly shared: Shared;
  readonly trace: ShownTrace;
}) {
  const last = Math.max(-1, ...departures.map(({ at }) => at));
  const [all, showAll] = useState(false);
  const end = all || last < 0 ? events.length : Math.min(events.length, last + 1 + after);
  return (
    <>
      <ol class="steps">
        {events.slice(0, end).map((event, index) => (
          <Step
            key={index}
            event={event}
            departures={departures.filter(({ at }) => at === index)}
            shared={shared}
          />
        ))}
      </ol>
      {end < events.length && (
        <button type="button" onClick={() => showAll(true)}>
          Show the other {plural(events.length - end, 'step')} of the reference
        </button>
      )}
    </>
  );
}

interface StepProps {
  readonly shared: Shared;
  readonly event: ShownEvent;
  readonly departures: readonly ShownDeparture[];
}

function Step({ shared, event: { step, outcome, path }, departures }: StepProps) {
  const words = shared.model.step(step)?.text.replaceAll('`', '') ?? '';
  return (
    <li class={`outcome-${outcome}${departures.length > 0 ? ' departure' : ''}`}>
      <StepLabel shared={shared} step={step} /> <span class="outcome">{outcome}</span> <code>{path}</code>
      {words !== '' && <span class="words">{words}</span>}
      {departures.map((departure) => (
        <p key={departure.kind} class="left-here">
          {explain(shared, departure)}
        </p>
      ))}
    </li>
  );
}

/** Leads to the operation in the specification. */
function StepLabel({ shared, step }: { readonly shared: Shared; readonly step: string }) {
  const rule = shared.model.rules[shared.model.step(step)?.rule ?? -1];
  if (!rule) return <span class="step">{step}</span>;
  return (
    <Link class="step" shared={shared} to={{ view: 'page', page: rule.pageId, rule: rule.id, case: '' }}>
      {step}
    </Link>
  );
}

function explain({ model }: Shared, { kind, on, columns }: ShownDeparture): string {
  const who = namesOf(columns);
  switch (kind) {
    case 'edition':
      return `◀ ${who} left here: it answers as ${model.data.selectors[on ?? -1] ?? 'another edition'} does, whose steps differ from here on`;
    case 'missed':
      return `◀ ${who} left here: a loader that does not see this answers the same`;
    case 'latest':
      return `◀ ${who} left at this step or before`;
  }
}
