// Why cases fail, as bars with links to rules and implementations.

import type { SharedCause } from '../../../analysis/causes/causes.ts';
import type { CausesData } from '../../html/model/causes-data.ts';
import type { Model } from '../../html/model/model.ts';
import { type CauseBar, causeBarsHtml } from '../../parts/causes/cause-bars-html.ts';
import { stripCode } from '../../parts/titles.ts';
import type { Links } from '../frame/links.ts';

/** @param most so many causes of each kind are shown */
export function causeSections(model: Model, data: CausesData, links: Links, most: number): string[] {
  const { failed, operations, instead, rules } = data;
  if (failed.length === 0) return [];
  const known = operations.reduce((sum, { failures }) => sum + failures, 0);
  const hrefOf = implementationLinks(model, links);
  const section = (title: string, causes: readonly SharedCause[], say: (common: string) => Said, hint = '') =>
    sectionHtml(
      title,
      hint,
      causes.slice(0, most).map((cause) => ({ ...cause, ...say(cause.common), hrefOf })),
    );
  return [
    section(
      'Where loaders left the algorithm',
      operations,
      (common) => operationWords(model, data, common, links),
      `Known for ${known} of ${failed.length} failures: resolutions are compared with the steps of the reference.`,
    ),
    section('What was observed instead', instead, (title) => ({ title, about: '', href: undefined })),
    section('Which rules are broken', rules, (id) => ({
      title: stripCode(model.ruleById.get(id)?.title ?? id),
      about: '',
      href: links.rule(id),
    })),
  ];
}

type Said = Pick<CauseBar, 'title' | 'about' | 'href'>;

function sectionHtml(title: string, hint: string, bars: readonly CauseBar[]): string {
  if (bars.length === 0) return '';
  return `<section><h2>${title}</h2>${hint === '' ? '' : `<p class="hint">${hint}</p>`}${causeBarsHtml(bars)}</section>`;
}

/** An operation is a rule of the page of algorithms. */
function operationWords(model: Model, { steps }: CausesData, operation: string, links: Links): Said {
  const own = steps.filter(({ common }) => common.split(' ', 1)[0] === operation);
  const rule = model.rules[model.step(own[0]?.common ?? '')?.rule ?? -1];
  const about = own
    .slice(0, 2)
    .map(({ common, failures }) => `${common} (${failures}): ${model.step(common)?.text ?? ''}`)
    .join('  ')
    .replaceAll('`', '');
  return { title: operation, about, href: rule && links.rule(rule.id) };
}

function implementationLinks({ columns }: Model, links: Links): (label: string) => string {
  const byLabel = new Map(columns.map((column) => [column.label, column]));
  return (label) => {
    const column = byLabel.get(label);
    return column ? `${links.implementation(column)}#failing` : links.top('index.html');
  };
}
