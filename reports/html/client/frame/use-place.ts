// What a change of the view does in a browser that loads no page: the title, where the page is scrolled to, and the focus.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plural, stripCode } from '../../../parts/titles.ts';
import type { Route } from '../../model/route.ts';
import type { Shared } from '../parts/shared.ts';

export const viewTitles: Readonly<Record<Route['view'], string>> = {
  overview: 'Overview',
  matrix: 'Matrix',
  causes: 'Causes',
  versions: 'Versions',
  page: 'Specification',
  compare: 'Compare',
};

/** @returns what is shown, in words */
export function usePlace(shared: Shared): string {
  const [base] = useState(document.title);
  const title = titleOf(shared);
  useLayoutEffect(() => {
    document.title = `${title} · ${base}`;
  }, [title, base]);
  useScrollOfView(shared.route);
  useFocusOfView(shared.route);
  return `${title}${shared.route.query === '' ? '' : `, ${plural(shared.cases.length, 'case')}`}`;
}

function titleOf({ model, route }: Shared): string {
  const item = model.caseById.get(route.case);
  if (item) return `${stripCode(item.title)} (${item.id})`;
  if (route.view !== 'page') return viewTitles[route.view];
  const rule = model.ruleById.get(route.rule);
  const page = model.pages.find(({ id }) => id === route.page);
  return stripCode(rule?.title ?? page?.title ?? viewTitles.page);
}

/** Each view keeps its own place; the specification scrolls to what the address names. */
function useScrollOfView({ view }: Route): void {
  const places = useRef(new Map<string, number>());
  const shown = useRef(view);
  useLayoutEffect(() => {
    const keep = () => places.current.set(shown.current, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, []);
  useLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    if (view !== 'page') scrollTo(0, places.current.get(view) ?? 0);
  }, [view]);
}

/** The focus follows to the view, unless somebody types. */
function useFocusOfView({ view }: Route): void {
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement?.id !== 'search')
      document.getElementById('main')?.focus({ preventScroll: true });
  }, [view]);
}
