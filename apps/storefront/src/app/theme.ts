export type Theme = 'light' | 'dark';

/** Read before the first paint, too: public/theme.js. */
const storageKey = 'tradewind.theme';
const nightPreferred = matchMedia('(prefers-color-scheme: dark)');
const changed = new EventTarget();

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return nightPreferred.matches ? 'dark' : 'light';
}

export function otherTheme(theme: Theme): Theme {
  return theme === 'dark' ? 'light' : 'dark';
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage is forbidden: the choice lasts until the page is left.
  }
  changed.dispatchEvent(new Event('change'));
}

export function subscribeToTheme(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  nightPreferred.addEventListener('change', listener);
  return () => {
    changed.removeEventListener('change', listener);
    nightPreferred.removeEventListener('change', listener);
  };
}
