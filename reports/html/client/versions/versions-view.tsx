// Over versions: which line of Node each implementation behaves like, how rules changed from line to line, and the versions of one
// implementation in a row.

import { useMemo, useState } from 'preact/hooks';
import type { VersionPoint } from '../../../../analysis/versions/version-track.ts';
import { plural, stripCode } from '../../../parts/titles.ts';
import { lineFitHtml } from '../../../parts/versions/line-fit-html.ts';
import { letterOf, ruleStripHtml } from '../../../parts/versions/rule-strip-html.ts';
import { trackSvg } from '../../../parts/versions/track-svg.ts';
import {
  lineFits,
  lineNames,
  type RuleOverLines,
  rulesOverLines,
  type Track,
  versionTracks,
} from '../../model/versions-data.ts';
import { quoteName } from '../../query/quote-name.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';

export function VersionsView({ shared }: { readonly shared: Shared }) {
  const { model, columns, cases } = shared;
  const tracks = useMemo(() => versionTracks(model, columns), [model, columns]);
  const rules = useMemo(() => rulesOverLines(model, columns, cases), [model, columns, cases]);
  return (
    <div class="versions">
      <h1>Versions</h1>
      {tracks.map((track) => (
        <TrackSection key={`${track.name} ${track.judged?.edition}`} shared={shared} track={track} />
      ))}
      {columns.length > 0 && <LineFits shared={shared} />}
      <TurnedRules shared={shared} rules={rules} />
    </div>
  );
}

function TrackSection({
  shared,
  track: { name, points, judged },
}: {
  readonly shared: Shared;
  readonly track: Track;
}) {
  const turns = points.filter(({ kept, broken }) => kept.length + broken.length > 0);
  return (
    <section>
      <h2>
        <bdi>{name}</bdi>, {plural(points.length, 'version')}
      </h2>
      {judged && (
        <p class="hint">
          All judged by {judged.edition}, asked until {judged.seen}.
        </p>
      )}
      {/* The renderer has escaped everything that comes from an implementation. */}
      <div dangerouslySetInnerHTML={{ __html: trackSvg(points) }} />
      <ul class="turned">
        {turns.map((point) => (
          <li key={point.version}>
            <Turns shared={shared} impl={judged ? undefined : name} point={point} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TurnsProps {
  readonly shared: Shared;
  /** Undefined if the report has no columns for its versions. */
  readonly impl: string | undefined;
  readonly point: VersionPoint;
}

/** The rules that turned at a version. */
function Turns({ shared, impl, point: { version, kept, broken } }: TurnsProps) {
  return (
    <details>
      <summary>
        <strong>
          <bdi>{version}</bdi>
        </strong>{' '}
        {kept.length > 0 && <span class="change-fixed">✓ {plural(kept.length, 'rule')} kept since</span>}{' '}
        {broken.length > 0 && (
          <span class="change-regressed">✗ {plural(broken.length, 'rule')} broken since</span>
        )}
      </summary>
      {[...broken, ...kept].map((rule, at) => (
        <div key={rule}>
          <span class={at < broken.length ? 'change-regressed' : 'change-fixed'}>
            {at < broken.length ? '✗ broken' : '✓ kept'}
          </span>{' '}
          <RuleLink shared={shared} impl={impl} rule={rule} />
        </div>
      ))}
    </details>
  );
}

/** Leads to the answers where the report has them, else to the rule. */
function RuleLink({ shared, impl, rule }: Omit<TurnsProps, 'point'> & { readonly rule: string }) {
  const { title = rule, pageId = '' } = shared.model.ruleById.get(rule) ?? {};
  const query = impl === undefined ? '' : `rule:${rule} impl:${quoteName(impl)}`;
  return (
    <Link
      shared={shared}
      to={query === '' ? { view: 'page', page: pageId, rule } : { view: 'matrix', query }}
    >
      {stripCode(title)}
    </Link>
  );
}

function LineFits({ shared }: { readonly shared: Shared }) {
  const { model, columns, cases, href } = shared;
  const html = useMemo(() => {
    const link = (label: string) => href({ view: 'causes', query: `impl:${quoteName(label)}` });
    const fits = lineFits(model, columns, cases, ({ label }) => link(label));
    return fits.length === 0
      ? ''
      : lineFitHtml(fits, 'The share of answers that are those of each line of Node');
  }, [model, columns, cases]);
  if (html === '') return null;
  return (
    <section>
      <h2>Which line of Node each implementation behaves like</h2>
      <p class="hint">
        The share of its answers that a line gives too, among the cases that the lines do not answer alike. An
        implementation is asked what its own edition expects.
      </p>
      <div class="scroll" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

/** So many rules are drawn at first. */
const first = 30;

function TurnedRules({
  shared,
  rules,
}: {
  readonly shared: Shared;
  readonly rules: readonly RuleOverLines[];
}) {
  const [all, showAll] = useState(false);
  const shown = all ? rules : rules.slice(0, first);
  return (
    <section>
      <h2>
        Rules that changed from line to line <span class="more">{rules.length}</span>
      </h2>
      <p class="hint">
        Lines with the same letter do the same in every case of the rule. The search narrows the list.
      </p>
      <ul class="turned">
        {shown.map((one) => (
          <TurnedRule key={one.rule.id} shared={shared} one={one} />
        ))}
      </ul>
      {shown.length < rules.length && (
        <button type="button" onClick={() => showAll(true)}>
          Show the other {plural(rules.length - shown.length, 'rule')}
        </button>
      )}
    </section>
  );
}

function TurnedRule({ shared, one }: { readonly shared: Shared; readonly one: RuleOverLines }) {
  const { rule, behaviours } = one;
  const { byBehaviour, others } = useMemo(one.followers, [one]);
  const groups = byBehaviour.flatMap((names, at) =>
    names.length === 0 ? [] : [`as ${letterOf(at)}: ${few(names)}`],
  );
  const words = [...groups, ...(others.length === 0 ? [] : [`as no line: ${few(others)}`])];
  return (
    <li>
      <Link shared={shared} to={{ view: 'page', page: rule.pageId, rule: rule.id }}>
        {stripCode(rule.title)}
      </Link>
      <div dangerouslySetInnerHTML={{ __html: ruleStripHtml(behaviours, lineNames) }} />
      {words.length > 0 && (
        <p class="followers">
          <bdi>{words.join(' · ')}</bdi>
        </p>
      )}
    </li>
  );
}

function few(names: readonly string[]): string {
  return names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`;
}
