// Dark or light: as the system, unless the reader has chosen.

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'modspec-theme';

/** A page from a file may have no storage. */
export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(key);
    return themes.find((theme) => theme === saved) ?? 'system';
  } catch {
    return 'system';
  }
}

export function saveTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // The choice then lasts as long as the page.
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset['theme'] = theme;
}
