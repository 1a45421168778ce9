// The keys of the page. They do nothing in a text field.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { type View, views } from '../../model/route.ts';

export interface Actions {
  readonly search: () => void;
  readonly close: () => void;
  readonly help: () => void;
  readonly theme: () => void;
  readonly view: (view: View) => void;
  readonly step: (by: 1 | -1, failing: boolean) => void;
}

/** The keys and their meaning, for the help. */
export const keyHelp: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['n  p', 'next, previous failure among the shown cases'],
  ['j  k', 'next, previous case'],
  [views.map((_, at) => at + 1).join(' '), 'overview, matrix, causes, versions, specification, compare'],
  ['← ↑ → ↓', 'move in the matrix; Enter opens'],
  ['t', 'dark, light, or the setting of the system'],
  ['Esc', 'close the panel or leave the search'],
  ['?', 'this help'],
];

export function useKeyboard(actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'Escape' && isTextField(event.target)) return;
      if (act(latest.current, event.key)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** @returns whether the key has a meaning */
function act(actions: Actions, key: string): boolean {
  const view = views[Number(key) - 1];
  if (view) actions.view(view);
  else if (key === '/') actions.search();
  else if (key === 'Escape') actions.close();
  else if (key === '?') actions.help();
  else if (key === 't') actions.theme();
  else if (key === 'n' || key === 'j') actions.step(1, key === 'n');
  else if (key === 'p' || key === 'k') actions.step(-1, key === 'p');
  else return false;
  return true;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
