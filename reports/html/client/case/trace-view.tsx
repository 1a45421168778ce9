// The steps of the reference for a resolution, and the step at which a loader left them.

import { useState } from 'preact/hooks';
import { plural } from '../../../parts/titles.ts';
import type { CaseItem } from '../../model/model.ts';
import { questionText } from '../../model/question-text.ts';
import {
  departureWords,
  type ShownDeparture,
  type ShownEvent,
  type ShownTrace,
  stepsShown,
  tracesOf,
} from '../../model/traces.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';

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

function Steps({ shared, trace }: { readonly shared: Shared; readonly trace: ShownTrace }) {
  const { events, departures } = trace;
  const [all, showAll] = useState(false);
  const end = all ? events.length : stepsShown(trace);
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
          {departureWords(shared.model, departure)}
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
