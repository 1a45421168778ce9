// The bar at the top: navigation and search.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../../model/route.ts';
import type { Shared } from '../parts/shared.ts';
import { SearchBox } from './search-box.tsx';
import { viewTitles } from './use-place.ts';
import type { ThemeChoice } from './use-theme.ts';

interface HeaderProps {
  readonly shared: Shared;
  readonly theme: ThemeChoice;
  readonly onHelp: () => void;
}

export function Header({ shared, theme, onHelp }: HeaderProps) {
  const { model } = shared;
  const shown = (Object.keys(viewTitles) as View[]).filter(
    (view) => model.columns.length > 0 || view === 'page' || view === 'overview' || view === 'versions',
  );
  return (
    <header class="bar" ref={useMeasuredBar()}>
      <button type="button" class="skip-link" onClick={focusMain}>
        Skip to the content
      </button>
      <span class="brand">modspec</span>
      <nav aria-label="Views">
        {shown.map((view) => (
          <ViewLink key={view} shared={shared} view={view} />
        ))}
      </nav>
      <SearchBox shared={shared} />
      <button type="button" class="quiet" onClick={theme.next} title="Dark or light (t)">
        {themeSigns[theme.theme]}
        <span class="unseen">Colours: {theme.theme}</span>
      </button>
      <button type="button" class="quiet" onClick={onHelp} title="Keys and queries (?)">
        ?<span class="unseen"> Help</span>
      </button>
    </header>
  );
}

const themeSigns = { system: '◐', light: '○', dark: '●' } as const;

function ViewLink({ shared: { route, go, href }, view }: { readonly shared: Shared; readonly view: View }) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ view });
  };
  return (
    <a href={href({ view })} aria-current={route.view === view ? 'page' : undefined} onClick={open}>
      {view === 'page' ? (
        <>
          Spec<span class="roomy">ification</span>
        </>
      ) : (
        viewTitles[view]
      )}
    </a>
  );
}

/** The panel begins below the bar, which is higher in a narrow window. */
function useMeasuredBar(): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--bar', `${bar.current?.offsetHeight ?? 0}px`);
    });
    if (bar.current) observer.observe(bar.current);
    return () => observer.disconnect();
  }, []);
  return bar;
}

function focusMain(): void {
  document.getElementById('main')?.focus();
}
