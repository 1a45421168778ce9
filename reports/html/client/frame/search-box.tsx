// The search field with its completion.

import { useState } from 'preact/hooks';
import { type Completion, completeQuery } from '../../query/complete-query.ts';
import type { Shared } from '../parts/shared.ts';

export function SearchBox({ shared }: { readonly shared: Shared }) {
  const { model, route, go, cases } = shared;
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const completions = open ? completeQuery(route.query, model) : [];
  const search = (query: string) => {
    const view = route.view === 'overview' && query !== '' ? searchView(shared) : route.view;
    go({ query, view }, 'replace');
    setActive(-1);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = completions[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setActive((before) => wrap(before + by, completions.length));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) search(chosen.query);
    else if (event.key === 'Escape') leave(event, open && completions.length > 0, () => setOpen(false));
    else if (event.key === 'Enter') setOpen(false);
    else return;
    if (event.key !== 'Tab' || chosen) event.preventDefault();
  };
  return (
    <div class="search">
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Search cases"
        aria-expanded={completions.length > 0}
        aria-controls="completions"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `completion-${active}` : undefined}
        placeholder="Search, or status:fail impl:… is:disagreement"
        spellcheck={false}
        autocomplete="off"
        value={route.query}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <span class="count" role="status">
        {route.query === '' ? '' : `${cases.length} of ${model.cases.length}`}
      </span>
      <Completions completions={completions} active={active} onTake={search} />
    </div>
  );
}

interface CompletionsProps {
  readonly completions: readonly Completion[];
  readonly active: number;
  readonly onTake: (query: string) => void;
}

/** The focus stays in the field, which handles the keys. */
function Completions({ completions, active, onTake }: CompletionsProps) {
  return (
    <div
      id="completions"
      class="completions"
      role="listbox"
      aria-label="Completions"
      hidden={completions.length === 0}
    >
      {completions.map(({ term, hint, query }, index) => (
        <div
          key={term}
          id={`completion-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(query);
          }}
        >
          <code>{term}</code> <span class="hint">{hint}</span>
        </div>
      ))}
    </div>
  );
}

function searchView({ model }: Shared): 'matrix' | 'page' {
  return model.columns.length > 0 ? 'matrix' : 'page';
}

/** Escape first closes the completions, then leaves the field. */
function leave(event: KeyboardEvent, isOpen: boolean, close: () => void): void {
  event.stopPropagation();
  if (isOpen) close();
  else if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}

function wrap(index: number, count: number): number {
  if (count === 0) return -1;
  return index < -1 ? count - 1 : index >= count ? -1 : index;
}
