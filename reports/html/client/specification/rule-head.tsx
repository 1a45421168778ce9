// The heading of a rule: its requirement, its sources, and its verdicts.

import { useMemo } from 'preact/hooks';
import { stripCode } from '../../../parts/titles.ts';
import { ruleStripHtml } from '../../../parts/versions/rule-strip-html.ts';
import type { Model, Page, RuleItem } from '../../model/model.ts';
import { lineNames, ruleBehaviours } from '../../model/versions-data.ts';
import type { Shared } from '../parts/shared.ts';
import { RuleVerdicts } from '../parts/verdict-strip.tsx';

interface RuleHeadProps {
  readonly shared: Shared;
  readonly rule: RuleItem;
  readonly page: Page;
}

export function RuleHead({ shared, rule, page }: RuleHeadProps) {
  const { model, columns } = shared;
  return useMemo(() => drawHead({ shared, rule, page }), [model, columns, rule, page]);
}

function drawHead({ shared, rule, page }: RuleHeadProps) {
  const cases = rule.cases.flatMap((index) => shared.model.cases[index] ?? []);
  return (
    <>
      <h3 id={rule.id}>
        {stripCode(rule.title)}{' '}
        <a class="anchor" href={`#rule/${rule.id}`} aria-label={`Link to rule ${rule.id}`}>
          #
        </a>
      </h3>
      <p class="properties">
        <span class={`requirement ${rule.requirement.toLowerCase()}`}>{rule.requirement}</span>{' '}
        <code>{rule.id}</code>{' '}
        {rule.sources.map((source) => (
          <span key={source} class="hint" title={page.sources[source.split(',')[0] ?? '']}>
            {source}{' '}
          </span>
        ))}
      </p>
      <RuleStrip model={shared.model} rule={rule} />
      <RuleVerdicts shared={shared} cases={cases} />
    </>
  );
}

/** Where the behaviour changed from line to line of Node; nothing if it did not. */
function RuleStrip({ model, rule }: { readonly model: Model; readonly rule: RuleItem }) {
  const behaviours = ruleBehaviours(model, rule);
  if (!behaviours) return null;
  return <div dangerouslySetInnerHTML={{ __html: ruleStripHtml(behaviours, lineNames) }} />;
}
