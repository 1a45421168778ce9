// What changed between two implementations: totals with a bar, then the changes by kind and by rule.

import { useMemo } from 'preact/hooks';
import {
  type Change,
  type ChangeKind,
  type ComparedImplementation,
  changeKinds,
  type RunComparison,
} from '../../../../analysis/compare-runs.ts';
import { groupBy } from '../../../../model/group-by.ts';
import { deltaBarHtml } from '../../../parts/delta-bar-html.ts';
import { plural, stripCode } from '../../../parts/titles.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';

interface ComparedPairProps {
  readonly shared: Shared;
  readonly pair: RunComparison;
  /** The cases that the search finds; undefined if it is empty. */
  readonly shown: ReadonlySet<string> | undefined;
}

const kindTitles: Readonly<Record<ChangeKind, string>> = {
  regressed: 'Regressed',
  worse: 'Worse: more of its questions fail',
  fixed: 'Fixed',
  better: 'Better: fewer of its questions fail',
  other: 'Different in another way',
  new: 'New',
  removed: 'Removed',
};

export function ComparedPair({ shared, pair, shown }: ComparedPairProps) {
  const { before, after, same } = pair;
  const changes = useMemo(
    () => pair.changes.filter((change) => shown === undefined || shown.has(change.case)),
    [pair, shown],
  );
  return (
    <section class="pair">
      <h2>
        <bdi>{nameOfBoth(before, after)}</bdi>
      </h2>
      <Totals pair={pair} />
      <p class="hint">
        {changes.length === 0 ? 'No change' : plural(changes.length, 'change')}
        {shown === undefined
          ? `; ${plural(same, 'case')} unchanged.`
          : ' among the cases that the search finds.'}
      </p>
      {changeKinds.map((kind) => (
        <Changes
          key={kind}
          shared={shared}
          kind={kind}
          changes={changes.filter((change) => change.kind === kind)}
        />
      ))}
    </section>
  );
}

function nameOfBoth(before: ComparedImplementation, after: ComparedImplementation): string {
  const [old, current] = [before, after].map(({ name, version }) =>
    [name, version].filter(Boolean).join(' '),
  );
  if (old === current) return current ?? '';
  return before.name === after.name
    ? `${before.name} ${before.version ?? '?'} → ${after.version ?? '?'}`
    : `${old} → ${current}`;
}

/** How many pass on both sides, drawn as a bar. */
function Totals({ pair: { before, after, changes } }: { readonly pair: RunComparison }) {
  const asked = ({ verdicts }: ComparedImplementation) =>
    verdicts.filter(({ verdict }) => verdict !== 'skip').length;
  const passed = ({ verdicts }: ComparedImplementation) =>
    verdicts.filter(({ verdict }) => verdict === 'pass').length;
  const count = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  const difference = passed(after) - passed(before);
  return (
    <>
      <p class="totals">
        Passed <strong>{passed(before)}</strong> of {asked(before)} → <strong>{passed(after)}</strong> of{' '}
        {asked(after)} <strong>{difference > 0 ? `+${difference}` : difference}</strong>
        {changeKinds.map((kind) =>
          count(kind) === 0 ? null : (
            <span key={kind} class={`chip change-${kind}`}>
              {kind} {count(kind)}
            </span>
          ),
        )}
      </p>
      <div
        dangerouslySetInnerHTML={{
          __html: deltaBarHtml({
            asked: Math.max(asked(before), asked(after)),
            passed: Math.min(passed(before), passed(after)),
            lost: count('regressed'),
            gained: count('fixed'),
          }),
        }}
      />
    </>
  );
}

interface ChangesProps {
  readonly shared: Shared;
  readonly kind: ChangeKind;
  readonly changes: readonly Change[];
}

function Changes({ shared, kind, changes }: ChangesProps) {
  if (changes.length === 0) return null;
  const rules = groupBy(changes, (change) => shared.model.caseById.get(change.case)?.ruleItem);
  return (
    <>
      <h3 class={`change-${kind}`}>
        {kindTitles[kind]} <span class="hint">{changes.length}</span>
      </h3>
      {[...rules].map(([rule, own]) => (
        <div key={rule?.id} class="changed-rule">
          <h4>{rule ? stripCode(rule.title) : 'No longer in the specification'}</h4>
          <ul class="changes">
            {own.map((change) => (
              <ChangeLine key={change.case} shared={shared} change={change} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function ChangeLine({ shared, change }: { readonly shared: Shared; readonly change: Change }) {
  const item = shared.model.caseById.get(change.case);
  return (
    <li>
      {item ? (
        <Link shared={shared} to={{ case: change.case }}>
          {stripCode(item.title)}
        </Link>
      ) : (
        <bdi>{change.case}</bdi>
      )}{' '}
      <span class="hint">
        {[change.before, change.after].filter(Boolean).join(' → ')}
        {change.caseChanged && ' · the case changed, so the loader may be the same'}
      </span>
      {change.questions.map(({ index, label, before, after }) => (
        <div key={index} class="hint">
          <bdi>
            <code>{label}</code>
          </bdi>
          : {before} → {after}
        </div>
      ))}
    </li>
  );
}
