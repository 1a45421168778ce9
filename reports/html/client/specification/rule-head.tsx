// The heading of a rule: its requirement, its sources, and its verdicts.

import { useMemo } from 'preact/hooks';
import type { Page, RuleItem } from '../../model/model.ts';
import type { Shared } from '../parts/shared.ts';
import { stripCode } from '../parts/titles.ts';
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
      <RuleVerdicts shared={shared} cases={cases} />
    </>
  );
}
