// The route as state: follows the address, and writes to it.

import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Model } from '../../model/model.ts';
import { formatRoute, type Places, parseRoute, type Route } from '../../model/route.ts';

export interface Navigation {
  readonly route: Route;
  /** Goes somewhere; `replace` adds no step to the history. */
  readonly go: (change: Partial<Route>, how?: 'push' | 'replace') => void;
  /** The address of a place, for links. */
  readonly href: (change: Partial<Route>) => string;
}

export function useNavigation(model: Model): Navigation {
  const places = useMemo(() => placesOf(model), [model]);
  const [route, setRoute] = useState(() => parseRoute(location.hash, places));
  useLayoutEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash, places));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [places]);
  const go = useCallback((change: Partial<Route>, how: 'push' | 'replace' = 'push') => {
    setRoute((before) => {
      const next = { ...before, rule: '', ...change };
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', formatRoute(next));
      return next;
    });
  }, []);
  const href = useCallback(
    (change: Partial<Route>) => formatRoute({ ...route, rule: '', ...change }),
    [route],
  );
  return { route, go, href };
}

function placesOf(model: Model): Places {
  return {
    presentId: model.presentId,
    pageOf: (id) =>
      model.ruleById.get(id)?.pageId ?? model.caseById.get(id)?.ruleItem?.pageId ?? model.pages[0]?.id ?? '',
    firstPage: model.pages[0]?.id ?? '',
  };
}
