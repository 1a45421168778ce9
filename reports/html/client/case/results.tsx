// The results of a case: what was expected and observed, and the command that runs it again.

import { groupBy } from '../../../../model/group-by.ts';
import { compareTexts } from '../../../parts/compare-check.ts';
import { rerunCommand } from '../../../parts/rerun-command.ts';
import type { CheckData } from '../../data/report-data.ts';
import { groupVerdicts, type VerdictGroup } from '../../model/group-verdicts.ts';
import { type CaseItem, type Column, isBad, letterWords, type Model } from '../../model/model.ts';
import { outcomeSigns, questionOutcomes } from '../../model/question-outcomes.ts';
import { questionText } from '../../model/question-text.ts';
import { observedWords } from '../../model/shown-answer.ts';
import { markClass } from '../../model/signs.ts';
import { timesWords } from '../../model/times-words.ts';
import { whyNotAsked } from '../../model/why-not-asked.ts';
import { ColumnNames } from '../parts/column-names.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Mark } from '../parts/mark.tsx';
import type { Shared } from '../parts/shared.ts';
import { TextBlock } from '../parts/text-block.tsx';

export function CaseResults({ shared, item }: { readonly shared: Shared; readonly item: CaseItem }) {
  const groups = groupVerdicts(shared.columns, item);
  if (shared.columns.length === 0) return null;
  return (
    <section aria-label="Results">
      <h3>Results</h3>
      {groups.map((group) => (
        <Group key={group.columns[0]?.index} shared={shared} item={item} group={group} />
      ))}
      <NotAsked shared={shared} item={item} />
    </section>
  );
}

/** Those without a verdict, with the reason. */
function NotAsked({
  shared: { model, columns },
  item,
}: {
  readonly shared: Shared;
  readonly item: CaseItem;
}) {
  const reasons = groupBy(columns, (column) => whyNotAsked(model, column, item));
  reasons.delete(undefined);
  return (
    <>
      {[...reasons].map(([reason, own]) => (
        <div key={reason} class="result is-none">
          <p class="hint">
            Not asked: {reason}. <ColumnNames columns={own} />
          </p>
        </div>
      ))}
    </>
  );
}

interface GroupProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  readonly group: VerdictGroup;
}

/** The command is the same for all but the name. */
const fewReruns = 3;

function Group({ shared, item, group }: GroupProps) {
  const { model } = shared;
  const { letter, detail, columns } = group;
  return (
    <div class={`result ${markClass(letter)}`}>
      <h4>
        <Mark letter={letter} /> <ColumnNames columns={columns} />{' '}
        <span class="hint">
          {letterWords[letter]}, {timesWords(columns, item)}
        </span>
      </h4>
      {columns[0] && isBad(letter) && <Outcomes model={model} column={columns[0]} item={item} />}
      <ChangedCase columns={columns} item={item} />
      {detail?.accepted !== undefined && <p>Accepted by the baseline: {model.text(detail.accepted)}</p>}
      {detail?.intended !== undefined && <p>Documented as intended: {model.text(detail.intended)}</p>}
      {detail?.shared && (
        <p class="hint">
          The verdict in a process shared with other cases was {detail.shared}. This is the verdict alone.
        </p>
      )}
      {detail?.reason !== undefined && <TextBlock class="untrusted">{model.text(detail.reason)}</TextBlock>}
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
          <TextBlock class="untrusted">{model.text(detail.stderr)}</TextBlock>
        </details>
      )}
      {isBad(letter) && <Reruns shared={shared} item={item} columns={columns.slice(0, fewReruns)} />}
    </div>
  );
}

function ChangedCase({ columns, item }: { readonly columns: readonly Column[]; readonly item: CaseItem }) {
  if (!columns.some(({ otherHashes }) => otherHashes[item.index] !== undefined)) return null;
  return <p class="problem">The case has changed since this run. The verdict is that of the earlier case.</p>;
}

/** Of a case that asks several questions, how each of them ended. */
function Outcomes({
  model,
  column,
  item,
}: {
  readonly model: Model;
  readonly column: Column;
  readonly item: CaseItem;
}) {
  const outcomes = questionOutcomes(model, column, item);
  if (outcomes.length < 2) return null;
  const passed = outcomes.filter((outcome) => outcome === 'pass').length;
  const judged = outcomes.filter((outcome) => outcome !== 'not judged').length;
  return (
    <details class="outcomes">
      <summary>
        {passed} of {judged} questions pass
      </summary>
      <ul>
        {outcomes.map((outcome, index) => (
          <li key={index} class={`outcome-of-${outcome.replace(' ', '-')}`}>
            <span aria-hidden="true">{outcomeSigns[outcome]}</span> <span class="unseen">{outcome}: </span>
            <code>{questionText(item.questions[index])}</code>
          </li>
        ))}
      </ul>
    </details>
  );
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
      <DiffLines lines={lines} />
    </figure>
  );
}

/** A text with what was expected and what was observed, line by line. */
function DiffLines({ lines }: { readonly lines: ReturnType<typeof compareTexts> }) {
  return (
    <TextBlock class="diff untrusted">
      {lines.map(({ sign, text }, index) => (
        <span key={index} class={signClasses[sign]}>
          <span class="sign">{lines[index - 1]?.sign === sign ? '' : signWords[sign]}</span>
          {text}
          {'\n'}
        </span>
      ))}
    </TextBlock>
  );
}

const signWords = { '-': 'expected', '+': 'observed', ' ': '' } as const;

const signClasses = { '-': 'line expected-line', '+': 'line observed-line', ' ': 'line' } as const;

interface RerunsProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  readonly columns: readonly Column[];
}

/** A button for each; the command of the first is shown. */
function Reruns({ shared: { model }, item, columns }: RerunsProps) {
  const commands = columns.map((column) =>
    rerunCommand({ ...column, capabilities: [] }, item.id, model.data.spec),
  );
  return (
    <div class="rerun">
      {columns.map(({ index, label }, at) => (
        <CopyButton key={index} text={commands[at] ?? ''}>
          {columns.length > 1 ? `Copy rerun of ${label}` : 'Copy rerun'}
        </CopyButton>
      ))}
      <code>{commands[0]}</code>
    </div>
  );
}
