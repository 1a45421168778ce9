// The answers of both sides of a comparison to the case in the panel, side by side.

import type { VerdictWord } from '../../../../model/run.ts';
import { compareTexts } from '../../../parts/compare-check.ts';
import { answerPairs, type Sides } from '../../model/comparison-sources.ts';
import type { CaseItem } from '../../model/model.ts';
import type { ShownAnswer, ShownCheck } from '../../model/shown-answer.ts';
import { TextBlock } from '../parts/text-block.tsx';

export function BeforeAfter({ sides, item }: { readonly sides: Sides; readonly item: CaseItem }) {
  const pairs = answerPairs(sides, item.id).filter(({ before, after }) => before || after);
  if (pairs.length === 0) return null;
  return (
    <section aria-label="Before and after">
      <h3>Before and after</h3>
      {pairs.map(({ name, before, after }) => (
        <div key={name} class="before-after">
          <h4>
            <bdi>{name}</bdi>
          </h4>
          <div class="two-sides">
            <Side title="Before" from={sides.before.label} answer={before} />
            <Side title="After" from={sides.after.label} answer={after} />
          </div>
        </div>
      ))}
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly from: string;
  readonly answer: ShownAnswer | undefined;
}

function Side({ title, from, answer }: SideProps) {
  return (
    <div class={`side ${classOf(answer?.verdict)}`}>
      <p>
        <strong>{title}</strong> <bdi class="hint">{from}</bdi>
      </p>
      <p>{answer ? answer.verdict : 'not asked'}</p>
      {answer && answer.reason !== '' && <TextBlock class="untrusted">{answer.reason}</TextBlock>}
      {answer?.checks.map((check, index) => (
        <Check key={index} check={check} />
      ))}
      {answer && answer.stderr !== '' && (
        <details>
          <summary>stderr</summary>
          <TextBlock class="untrusted">{answer.stderr}</TextBlock>
        </details>
      )}
    </div>
  );
}

function Check({ check: { label, expected, observed, holds } }: { readonly check: ShownCheck }) {
  const lines = compareTexts(expected, observed).filter(({ sign }) => sign !== '-');
  return (
    <figure class="check">
      <figcaption>
        <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
        <span class="unseen">{holds ? 'as expected' : 'not as expected'}</span> <code>{label}</code>
      </figcaption>
      <TextBlock class="untrusted">
        {lines.map(({ sign, text }, index) => (
          <span key={index} class={sign === '+' && !holds ? 'line observed-line' : 'line'}>
            {text}
            {'\n'}
          </span>
        ))}
      </TextBlock>
    </figure>
  );
}

function classOf(verdict: VerdictWord | undefined): string {
  if (verdict === undefined || verdict === 'skip') return 'is-none';
  return verdict === 'pass' ? 'is-p' : 'is-f';
}
