import { useEffect, useEffectEvent } from 'react';
import { advance } from './key-sequence.ts';
import { keysAreOn } from './keys-setting.ts';

/** After this pause a begun sequence is forgotten. */
const patienceMs = 1_200;

/** Runs actions on keys (`/`, `g s`), except while the person types or a dialog is open. */
export function useKeys(actions: Record<string, () => void>): void {
  const run = useEffectEvent((sequence: string) => actions[sequence]?.());
  const sequences = useEffectEvent(() => Object.keys(actions));

  useEffect(() => {
    let pressed = '';
    let pressedAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!keysAreOn() || belongsElsewhere(event)) return;
      const begun = event.timeStamp - pressedAt < patienceMs ? pressed : '';
      const progress = advance(begun, event.key, sequences());
      pressed = progress.pressed;
      pressedAt = event.timeStamp;
      if (progress.finished === null) return;
      event.preventDefault();
      run(progress.finished);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift')
    return true;
  const target = event.target instanceof Element ? event.target : null;
  return (
    target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') instanceof Element
  );
}
