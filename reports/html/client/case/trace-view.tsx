// The steps of the reference for a resolution, and the step at which a loader left them.

import { useState } from 'preact/hooks';
import type { CaseItem } from '../../model/model.ts';
import { questionText } from '../../model/question-text.ts';
import { type ShownDeparture, type ShownEvent, type ShownTrace, tracesOf } from '../../model/traces.ts';
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
      <ol class="steps">
        {trace.events.map((event, index) => (
          <Step
            key={index}
            event={event}
            departures={trace.departures.filter(({ at }) => at === index)}
            shared={shared}
          />
        ))}
      </ol>
      <p>
        Answer: <code>{trace.answer}</code>
      </p>
    </details>
  );
}

interface StepProps {
  readonly shared: Shared;
  readonly event: ShownEvent;
  readonly departures: readonly ShownDeparture[];
}

function Step({ shared, event: { step, outcome, path }, departures }: StepProps) {
  return (
    <li class={`outcome-${outcome}${departures.length > 0 ? ' departure' : ''}`}>
      <span class="step">{step}</span> <span class="outcome">{outcome}</span> <code>{path}</code>
      {departures.map((departure) => (
        <p key={departure.kind} class="left-here">
          {explain(shared, departure)}
        </p>
      ))}
    </li>
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
