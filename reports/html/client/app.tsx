// The whole page: header, the view that is chosen, and the panel of a case.

import { useCallback, useMemo, useState } from 'preact/hooks';
import { type CaseItem, isBad, type Model } from '../model/model.ts';
import type { Route } from '../model/route.ts';
import { shownColumns } from '../model/shown-columns.ts';
import { compileQuery } from '../query/match-query.ts';
import { parseQuery } from '../query/parse-query.ts';
import { CasePanel } from './case/case-panel.tsx';
import { CausesView } from './causes/causes-view.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { type DroppedRun, useDroppedRun } from './compare/dropped-run.ts';
import { type Comparison, useComparison } from './compare/use-comparison.ts';
import { Announcer, QueryProblems } from './frame/announcer.tsx';
import { Header } from './frame/header.tsx';
import { Help } from './frame/help.tsx';
import { useKeyboard } from './frame/keyboard.ts';
import { type Missing, Problems } from './frame/problems.tsx';
import { usePlace } from './frame/use-place.ts';
import { useTheme } from './frame/use-theme.ts';
import { MatrixView } from './matrix/matrix-view.tsx';
import { Overview } from './overview/overview.tsx';
import { useNavigation } from './parts/navigation.ts';
import type { Shared } from './parts/shared.ts';
import { SpecificationView } from './specification/specification-view.tsx';
import { VersionsView } from './versions/versions-view.tsx';

export function App({ model }: { readonly model: Model }) {
  const { route, go, href } = useNavigation(model);
  const [help, setHelp] = useState(false);
  const theme = useTheme();
  const dropped = useDroppedRun(
    model,
    useCallback(() => go({ view: 'compare', case: '' }), [go]),
  );
  const comparison = useComparison(model, dropped, route.view === 'compare');
  const columns = useMemo(() => shownColumns(model, route), [model, route.sort, route.hidden]);
  const cases = useMemo(
    () => model.cases.filter(compileQuery(parseQuery(route.query), { model, columns })),
    [model, columns, route.query],
  );
  const shared: Shared = { model, route, go, href, columns, cases };
  const open = useCallback((item: CaseItem | undefined) => item && go({ case: item.id }), [go]);
  useKeyboard({
    search: () => document.getElementById('search')?.focus(),
    close: () => (help ? setHelp(false) : go({ case: '' })),
    help: () => setHelp((shown) => !shown),
    theme: theme.next,
    view: (view) => go({ view }),
    step: (by, failing) => open(nextCase(shared, by, failing)),
  });
  const title = usePlace(shared);
  const item = model.caseById.get(route.case);
  const sides = route.view === 'compare' ? comparison.sides : undefined;
  return (
    <div class={item ? 'page with-panel' : 'page'}>
      <Header shared={shared} theme={theme} onHelp={() => setHelp(true)} />
      <main id="main" tabIndex={-1}>
        <Problems model={model} missing={missingIn(model, route)} />
        <QueryProblems shared={shared} />
        <CurrentView shared={shared} dropped={dropped} comparison={comparison} />
      </main>
      {item && <CasePanel key={item.id} shared={shared} item={item} sides={sides} />}
      <Announcer title={title} />
      {help && <Help model={model} onClose={() => setHelp(false)} />}
      {dropped.over && <div class="drop-hint">Drop a run (.json) or a report (.html) to compare with it</div>}
    </div>
  );
}

function missingIn(model: Model, { view, page, rule, case: id }: Route): Missing | undefined {
  if (id !== '' && !model.caseById.has(id)) return { kind: 'case', id };
  if (rule !== '' && !model.ruleById.has(rule)) return { kind: 'rule', id: rule };
  const known = page === '' || model.pages.some((one) => one.id === page);
  return view === 'page' && !known ? { kind: 'page', id: page } : undefined;
}

interface CurrentViewProps {
  readonly shared: Shared;
  readonly dropped: DroppedRun;
  readonly comparison: Comparison;
}

function CurrentView({ shared, dropped, comparison }: CurrentViewProps) {
  switch (shared.route.view) {
    case 'overview':
      return <Overview shared={shared} />;
    case 'matrix':
      return <MatrixView shared={shared} />;
    case 'causes':
      return <CausesView shared={shared} />;
    case 'versions':
      return <VersionsView shared={shared} />;
    case 'page':
      return <SpecificationView shared={shared} />;
    case 'compare':
      return <CompareView shared={shared} dropped={dropped} comparison={comparison} />;
  }
}

/** The next or previous of the shown cases; the first follows the last. */
function nextCase(
  { cases, columns, model, route }: Shared,
  by: 1 | -1,
  failing: boolean,
): CaseItem | undefined {
  const wanted = failing
    ? cases.filter((item) => columns.some((column) => isBad(column.letter(item))))
    : [...cases];
  const here = model.caseById.get(route.case)?.index ?? (by > 0 ? -1 : Number.POSITIVE_INFINITY);
  if (by > 0) return wanted.find(({ index }) => index > here) ?? wanted[0];
  return wanted.findLast(({ index }) => index < here) ?? wanted.at(-1);
}
