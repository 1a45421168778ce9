// Causes as a list of bars. It needs no script, and its style is in bars.css.

import type { SharedCause } from '../../../analysis/causes/causes.ts';
import { element, escapeXml } from '../xml.ts';

export interface CauseBar extends SharedCause {
  /** In words; the title that the reader sees. */
  readonly title: string;
  /** More about it; empty if there is nothing. */
  readonly about: string;
  /** Where all of them are shown; undefined if nowhere. */
  readonly href: string | undefined;
  /** Where the implementation's own failures are shown. */
  readonly hrefOf: (implementation: string) => string;
}

/** So many implementations are named beside a bar. */
const named = 4;

export function causeBarsHtml(bars: readonly CauseBar[]): string {
  const most = Math.max(1, ...bars.map(({ failures }) => failures));
  return element(
    'ol',
    { class: 'bars' },
    bars.map((bar) => barHtml(bar, most)),
  );
}

function barHtml(bar: CauseBar, most: number): string {
  const { title, about, href, failures, cases, implementations } = bar;
  const only = implementations.length === 1 && implementations[0]?.[1] === failures;
  return element('li', {}, [
    element(
      'svg',
      { class: 'bar-drawn', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      [element('rect', { width: Math.max(0.5, (failures / most) * 100), height: 10 })],
    ),
    linked('bar-count', href, [
      `${failures}<span class="unseen"> ${failures === 1 ? 'failure' : 'failures'}</span>`,
    ]),
    element('div', {}, [
      linked('bar-title', href, [`<bdi>${escapeXml(title)}</bdi>`]),
      about === '' ? '' : element('p', { class: 'bar-about' }, [escapeXml(about)]),
      element('p', { class: 'bar-who' }, [
        `${cases} ${cases === 1 ? 'case' : 'cases'}: `,
        implementations
          .slice(0, named)
          .map((one) => whoHtml(one, bar, only))
          .join(', '),
        implementations.length > named ? ` and ${implementations.length - named} more` : '',
      ]),
    ]),
  ]);
}

function linked(name: string, href: string | undefined, content: readonly string[]): string {
  return element(href === undefined ? 'span' : 'a', { class: name, href }, content);
}

function whoHtml(
  [name, failures]: SharedCause['implementations'][number],
  { hrefOf }: CauseBar,
  only: boolean,
): string {
  const count = only ? '' : ` ${failures}`;
  return element('a', { href: hrefOf(name) }, [`<bdi>${escapeXml(name)}</bdi>`]) + count;
}
