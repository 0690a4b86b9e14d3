import { Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { currentTheme, otherTheme, setTheme, subscribeToTheme } from '../app/theme.ts';

/** Day or night; without a choice the system's preference rules. */
export function ThemeToggle({ className }: { className?: string | undefined }) {
  const theme = useSyncExternalStore(subscribeToTheme, currentTheme);
  const next = otherTheme(theme);
  const Icon = next === 'dark' ? Moon : Sun;
  return (
    <button
      type="button"
      className={className}
      onClick={() => setTheme(next)}
      title={`Use the ${next} theme`}
    >
      <Icon aria-hidden="true" size={20} />
      <span className="visually-hidden">Use the {next} theme</span>
    </button>
  );
}
