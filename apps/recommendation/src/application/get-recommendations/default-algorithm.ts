import type { Algorithm } from '../../domain/recommendations.ts';

/** The algorithm for who does not ask for one: a setting, so that two deployments can be compared. */
export class DefaultAlgorithm {
  constructor(readonly name: Algorithm) {}
}
