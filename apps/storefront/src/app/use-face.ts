import { useLayoutEffect } from 'react';

/** Dresses the whole document in the shop's or the control room's colours. */
export function useFace(face: 'shop' | 'control-room'): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.face = face;
  }, [face]);
}
