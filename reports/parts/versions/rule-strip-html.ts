// A strip of the release lines, oldest first, on which a rule keeps or changes its behaviour. It needs no script.

import type { Behaviours } from '../../../analysis/versions/rule-lines.ts';
import { element, escapeXml } from '../xml.ts';

/** @param lines such as `0.10`, one for each behaviour */
export function ruleStripHtml(behaviours: Behaviours, lines: readonly string[]): string {
  const cells = behaviours.map((one, at) => {
    const turns = at > 0 && one !== behaviours[at - 1];
    const name = one === undefined ? 'none' : String(one % 4);
    return element('span', { class: `line-cell behaviour-${name}${turns ? ' turns' : ''}` }, [
      escapeXml(lines[at] ?? ''),
      element('b', {}, [one === undefined ? '–' : letterOf(one)]),
    ]);
  });
  return element(
    'span',
    { class: 'rule-strip', role: 'img', 'aria-label': inWords(behaviours, lines) },
    cells,
  );
}

/** The letter of a behaviour: the oldest is A. */
export function letterOf(behaviour: number): string {
  return String.fromCodePoint(65 + (behaviour % 26));
}

function inWords(behaviours: Behaviours, lines: readonly string[]): string {
  const parts = behaviours.flatMap((one, at) =>
    at === 0 || one !== behaviours[at - 1]
      ? [`from ${lines[at]} ${one === undefined ? 'nothing is expected' : letterOf(one)}`]
      : [],
  );
  return `Behaviour by line of Node: ${parts.join(', ')}`;
}
