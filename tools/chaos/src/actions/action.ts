import type { Kubectl } from '@tradewind/kubectl';
import type { Experiment } from '../experiments.ts';
import type { Sample } from '../verdict.ts';

export interface Breakage {
  experiment: Experiment;
  kubectl: Kubectl;
  /** kubectl in another namespace of the same cluster. */
  inNamespace(namespace: string): Kubectl;
  /** By which name the shop is asked. */
  host: string;
  /** Milliseconds that it is to last. */
  duration: number;
  /**
   * Says how something is put right, before it is broken: what was said last is done first.
   * @param byHand for people, when it cannot be done
   */
  later(byHand: string, undo: () => Promise<void>): void;
  /** Asks the shop once. */
  askOnce(): Promise<Sample>;
  say(line: string): void;
  signal: AbortSignal;
}

/** Breaks something, and returns as soon as it is broken. */
export type Action = (breakage: Breakage) => Promise<void>;
