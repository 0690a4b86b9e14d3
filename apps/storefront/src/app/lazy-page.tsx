import type { ComponentType } from 'react';
import { SkeletonLines } from '../components/skeleton.tsx';

/** A route whose code is fetched when it is visited; on a first load its place is kept by grey lines. */
export function lazyPage(load: () => Promise<ComponentType>) {
  return {
    lazy: async () => ({ Component: await load() }),
    HydrateFallback: () => <SkeletonLines lines={6} />,
  };
}
