// A rule as HTML: its requirement, its sources, its text, and where its behaviour changed from line to line.

import type { CaseItem, Model, RuleItem } from '../../html/model/model.ts';
import { lineNames, ruleBehaviours } from '../../html/model/versions-data.ts';
import { ruleStripHtml } from '../../parts/versions/rule-strip-html.ts';
import { escapeText, escapeXml } from '../../parts/xml.ts';

export function ruleProperties({ pages }: Model, { id, requirement, sources, page }: RuleItem): string {
  const titles = pages[page]?.sources ?? {};
  const cited = sources.map(
    (source) =>
      `<span class="hint" title="${escapeXml(titles[source.split(',')[0] ?? ''] ?? '')}">${escapeText(source)}</span>`,
  );
  return `<p class="properties"><span class="requirement ${requirement.toLowerCase()}">${requirement}</span> <code>${id}</code> ${cited.join(' ')}</p>`;
}

/** Where the behaviour changed from line to line of Node; nothing if it did not. */
export function ruleStrip(model: Model, rule: RuleItem): string {
  const behaviours = ruleBehaviours(model, rule);
  return behaviours ? `<div>${ruleStripHtml(behaviours, lineNames)}</div>` : '';
}

export function casesOfRule({ cases }: Model, rule: RuleItem): CaseItem[] {
  return rule.cases.flatMap((index) => cases[index] ?? []);
}
