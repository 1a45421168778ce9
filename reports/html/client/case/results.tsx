// The results of a case: what was expected and observed, and the command that runs it again.

import { describeObservation } from '../../../../model/describe.ts';
import type { Observation } from '../../../../model/observation.ts';
import { compareTexts } from '../../../parts/compare-check.ts';
import { rerunCommand } from '../../../parts/rerun-command.ts';
import type { CheckData } from '../../data/report-data.ts';
import { groupVerdicts, type VerdictGroup } from '../../model/group-verdicts.ts';
import { type CaseItem, type Column, isBad, letterWords } from '../../model/model.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Mark, markClass } from '../parts/mark.tsx';
import type { Shared } from '../parts/shared.ts';
import { namesOf } from '../parts/verdict-strip.tsx';

export function CaseResults({ shared, item }: { readonly shared: Shared; readonly item: CaseItem }) {
  const groups = groupVerdicts(shared.columns, item);
  if (groups.length === 0) return null;
  return (
    <section aria-label="Results">
      <h3>Results</h3>
      {groups.map((group) => (
        <Group key={group.columns[0]?.index} shared={shared} item={item} group={group} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  readonly group: VerdictGroup;
}

function Group({ shared, item, group }: GroupProps) {
  const { model } = shared;
  const { letter, detail, columns } = group;
  return (
    <div class={`result ${markClass(letter)}`}>
      <h4>
        <Mark letter={letter} /> {namesOf(columns)}{' '}
        <span class="hint">
          {letterWords[letter]}, {times(columns, item)}
        </span>
      </h4>
      <ChangedCase columns={columns} item={item} />
      {detail?.accepted !== undefined && <p>Accepted by the baseline: {model.text(detail.accepted)}</p>}
      {detail?.intended !== undefined && <p>Documented as intended: {model.text(detail.intended)}</p>}
      {detail?.shared && (
        <p class="hint">
          The verdict in a process shared with other cases was {detail.shared}. This is the verdict alone.
        </p>
      )}
      {detail?.reason !== undefined && <pre class="untrusted">{model.text(detail.reason)}</pre>}
      {detail?.issue !== undefined && (
        <p class="hint">
          <bdi>{model.text(detail.issue)}</bdi>
        </p>
      )}
      {detail?.checks?.map((check) => (
        <CheckView key={check.join()} shared={shared} item={item} check={check} />
      ))}
      {detail?.stderr !== undefined && (
        <details>
          <summary>stderr</summary>
          <pre class="untrusted">{model.text(detail.stderr)}</pre>
        </details>
      )}
      {isBad(letter) &&
        columns.map((column) => (
          <Rerun key={column.index} shared={shared} item={item} column={column} named={columns.length > 1} />
        ))}
    </div>
  );
}

function ChangedCase({ columns, item }: { readonly columns: readonly Column[]; readonly item: CaseItem }) {
  if (!columns.some(({ otherHashes }) => otherHashes[item.index] !== undefined)) return null;
  return <p class="problem">The case has changed since this run. The verdict is that of the earlier case.</p>;
}

interface CheckViewProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  readonly check: CheckData;
}

/** Of a case that asks several questions, it also says which one this is. */
function CheckView({ shared: { model }, item, check }: CheckViewProps) {
  const [question, label, expected, observed] = check;
  const lines = compareTexts(model.text(expected), observedWords(model.text(observed)));
  const count = item.questions.length;
  return (
    <figure class="check">
      <figcaption>
        <code>{model.text(label)}</code>
        {count > 1 && (
          <span class="hint">
            {' '}
            question {question + 1} of {count}
          </span>
        )}
      </figcaption>
      <pre class="diff untrusted">
        {lines.map(({ sign, text }, index) => (
          <span key={index} class={signClasses[sign]}>
            <span class="sign">{lines[index - 1]?.sign === sign ? '' : signWords[sign]}</span>
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </figure>
  );
}

function observedWords(kept: string): string {
  return describeObservation(JSON.parse(kept) as Observation);
}

const signWords = { '-': 'expected', '+': 'observed', ' ': '' } as const;

const signClasses = { '-': 'line expected-line', '+': 'line observed-line', ' ': 'line' } as const;

interface RerunProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  readonly column: Column;
  readonly named: boolean;
}

function Rerun({ shared: { model }, item, column, named }: RerunProps) {
  const command = rerunCommand({ ...column, capabilities: [] }, item.id, model.data.spec);
  return (
    <p class="rerun">
      <CopyButton text={command}>{named ? `Copy rerun of ${column.label}` : 'Copy rerun'}</CopyButton>
      <code>{command}</code>
    </p>
  );
}

function times(columns: readonly Column[], item: CaseItem): string {
  const all = columns.flatMap((column) => column.milliseconds(item) ?? []);
  if (all.length === 0) return 'not asked';
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least === most ? `${most} ms` : `${least}–${most} ms`;
}
