// How many implementations fail each case, as a histogram that needs no script.

import type { FailBar } from '../../../analysis/causes/pass-counts.ts';
import { element } from '../xml.ts';

/** @param href where the cases of a bar are shown */
export function failBarsHtml(bars: readonly FailBar[], href: (bar: FailBar) => string): string {
  const most = Math.max(1, ...bars.map(({ cases }) => cases));
  return element(
    'ol',
    { class: 'columns' },
    bars.map((bar) => columnHtml(bar, most, href(bar))),
  );
}

function columnHtml({ failing, cases }: FailBar, most: number, href: string): string {
  const height = cases === 0 ? 0 : Math.max(1.5, (cases / most) * 100);
  const words = `${cases} ${cases === 1 ? 'case' : 'cases'}, failing in ${failing}`;
  return element('li', {}, [
    element('a', { href, title: words }, [
      element('span', { class: 'column-count' }, [cases === 0 ? ' ' : String(cases)]),
      element('svg', { viewBox: '0 0 10 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
        element('rect', { y: 100 - height, width: 10, height }),
      ]),
      element('span', { class: 'column-label' }, [`${failing}<span class="unseen"> fail: ${words}</span>`]),
    ]),
  ]);
}
