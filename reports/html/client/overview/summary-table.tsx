// The table of implementations and levels, with the null floor beside each figure.

import { type Level, levels } from '../../../../model/vocabulary.ts';
import { percent } from '../../../parts/percent.ts';
import type { FloorScore } from '../../data/report-data.ts';
import { isDisagreement } from '../../model/agreement.ts';
import { type Column, isAsked, isBad } from '../../model/model.ts';
import { type Tally, tallyColumn } from '../../model/tally-column.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';

export function SummaryTable({ shared }: { readonly shared: Shared }) {
  const asked = askedLevels(shared);
  return (
    <section class="scroll" tabIndex={0} aria-label="Implementations">
      <table class="summary">
        <thead>
          <tr>
            <th scope="col">Implementation</th>
            <th scope="col">All</th>
            {asked.map((level) => (
              <th key={level} scope="col">
                {level}
              </th>
            ))}
            {shared.columns.length > 1 && <th scope="col">Alone</th>}
            <th scope="col">Skipped</th>
          </tr>
        </thead>
        <tbody>
          {shared.columns.map((column) => (
            <Row key={column.index} shared={shared} column={column} levels={asked} />
          ))}
        </tbody>
      </table>
      <p class="hint">
        The mark in a bar is the null floor: the share that the best of three senseless loaders passes. One
        always throws, one always returns <code>{'{}'}</code>, one takes the first candidate.
        {shared.columns.length > 1 && ' Alone: cases that this implementation fails and no other.'}
      </p>
    </section>
  );
}

/** The levels of the cases that were asked; others have no column. */
function askedLevels({ model, columns }: Shared): Level[] {
  return levels.filter((level) =>
    model.cases.some(
      (item) => item.level === level && columns.some((column) => isAsked(column.letter(item))),
    ),
  );
}

interface RowProps {
  readonly shared: Shared;
  readonly column: Column;
  readonly levels: readonly Level[];
}

function Row({ shared, column, levels }: RowProps) {
  const { model, columns } = shared;
  const { name, version, homepage, edition, kind, note, floor } = column;
  return (
    <tr>
      <th scope="row">
        <span class="name">
          {isWebAddress(homepage) ? (
            <a href={homepage} rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </span>{' '}
        {version}
        <span class="hint block">
          {kind !== undefined && `${kind}, `}judged by {edition}
          {note !== undefined && <Note text={note} edition={edition} />}
          {!column.complete && (
            <>
              {' '}
              <strong class="chip is-e">incomplete</strong>
            </>
          )}
        </span>
      </th>
      <Score shared={shared} column={column} tally={tallyColumn(column, model.cases)} floor={floor.total} />
      {levels.map((level) => (
        <Score
          key={level}
          shared={shared}
          column={column}
          level={level}
          tally={tallyColumn(
            column,
            model.cases.filter((item) => item.level === level),
          )}
          floor={floor.levels[level]}
        />
      ))}
      {columns.length > 1 && (
        <td class="number">
          <Alone shared={shared} column={column} />
        </td>
      )}
      <td>
        <Skipped shared={shared} column={column} />
      </td>
    </tr>
  );
}

/** What its adapter configures, and why this is fair. */
function Note({ text, edition }: { readonly text: string; readonly edition: string }) {
  return (
    <details>
      <summary>note</summary>
      <bdi class="note">{text}</bdi>
      <span class="note">This run judged it by {edition}, whatever its adapter chooses by default.</span>
    </details>
  );
}

interface ScoreProps {
  readonly shared: Shared;
  readonly column: Column;
  readonly level?: string;
  readonly tally: Tally;
  readonly floor: FloorScore | undefined;
}

function describeFloor({ pass, questions, loader }: FloorScore, asked: number): string {
  const cases = `${pass} of ${asked} cases`;
  return `null floor: ${cases}, ${questions.pass} of ${questions.asked} questions, by a loader that ${loader}`;
}

function Score({ shared, column, level, tally: { pass, asked, bad }, floor }: ScoreProps) {
  if (asked === 0) return <td class="score hint">–</td>;
  const share = percent(pass, asked);
  const least = floor ? percent(floor.pass, asked) : 0;
  const query = [`impl:"${column.label}"`, 'status:bad', level && `level:${level}`].filter(Boolean).join(' ');
  return (
    <td class="score" title={floor && describeFloor(floor, asked)}>
      <span class="share">{share} %</span>{' '}
      <span class="hint">
        {pass}/{asked}
      </span>
      <span class={bad === 0 ? 'meter full' : 'meter'} aria-hidden="true">
        <span class="fill" style={{ width: `${share}%` }} />
        <span class="floor" style={{ left: `${least}%` }} />
      </span>
      <span class="hint">floor {least} %</span>{' '}
      {bad > 0 && (
        <Link class="bad" shared={shared} to={{ view: 'matrix', query }}>
          {bad} ✗<span class="unseen"> not as expected</span>
        </Link>
      )}
    </td>
  );
}

function Alone({ shared, column }: { readonly shared: Shared; readonly column: Column }) {
  const { model, columns } = shared;
  const others = columns.filter((other) => other !== column);
  const alone = model.cases.filter(
    (item) =>
      isBad(column.letter(item)) &&
      !others.some((other) => isBad(other.letter(item))) &&
      isDisagreement(columns, item),
  );
  if (alone.length === 0) return <span class="hint">0</span>;
  return (
    <Link shared={shared} to={{ view: 'matrix', query: `only:"${column.label}"` }}>
      {alone.length}
    </Link>
  );
}

function Skipped({ shared: { model }, column }: { readonly shared: Shared; readonly column: Column }) {
  const reasons = new Map<string, number>();
  for (const item of model.cases) {
    if (column.letter(item) !== 's') continue;
    const reason = model.text(column.detail(item)?.reason ?? -1) || 'no reason given';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (reasons.size === 0) return <span class="hint">0</span>;
  const total = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  return (
    <details>
      <summary>{total}</summary>
      <ul class="reasons">
        {[...reasons]
          .sort(([, a], [, b]) => b - a)
          .map(([reason, count]) => (
            <li key={reason}>
              {count} × <bdi>{reason}</bdi>
            </li>
          ))}
      </ul>
    </details>
  );
}

/** Another URL could be a script. */
function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//.test(text);
}
