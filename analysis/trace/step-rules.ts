// Which rule a step belongs to, and what the page says there.

import { labelsIn, operationsOf } from '../../suite/algorithm/algorithm-of.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import type { StepsTaken } from './find-departure.ts';

/** From a step's label, or the name of its operation alone, to the id of the rule that states it. */
export function stepRules(catalog: Catalog): (step: string) => string | undefined {
  const rules = new Map<string, string>();
  for (const rule of catalog.rules.values()) {
    for (const { label } of rule.steps) {
      rules.set(label, rule.id);
      rules.set(label.split(' ')[0] ?? label, rule.id);
    }
  }
  return (step) => rules.get(step);
}

/** From a step's label to its words, Markdown; nothing for a step beyond the text. */
export function stepWords(catalog: Catalog): (step: string) => string | undefined {
  const steps = [...catalog.rules.values()].flatMap((rule) => rule.steps);
  const words = new Map(steps.map(({ label, text }) => [label, text]));
  return (step) => words.get(step);
}

/** Whether a step can be taken in an edition; any step where the pages have no algorithm. */
export function stepsTaken(catalog: Catalog): StepsTaken {
  const operations = operationsOf(catalog.rules.values());
  const known = new Map<string, ReadonlySet<string>>();
  return (step, edition) => {
    const labels = known.get(edition) ?? labelsIn(operations, edition);
    known.set(edition, labels);
    return labels.size === 0 || labels.has(step);
  };
}
