// The choice between dark and light as state.

import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { applyTheme, savedTheme, saveTheme, type Theme, themes } from './theme.ts';

export interface ThemeChoice {
  readonly theme: Theme;
  readonly next: () => void;
}

export function useTheme(): ThemeChoice {
  const [theme, setTheme] = useState(savedTheme);
  useLayoutEffect(() => applyTheme(theme), [theme]);
  const next = useCallback(() => {
    setTheme((before) => {
      const after = themes[(themes.indexOf(before) + 1) % themes.length] ?? 'system';
      saveTheme(after);
      return after;
    });
  }, []);
  return { theme, next };
}
