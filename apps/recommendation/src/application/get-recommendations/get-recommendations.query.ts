import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import { ALGORITHMS, isAlgorithm, type Algorithm } from '../../domain/recommendations.ts';

export interface Recommendations {
  productIds: string[];
  algorithm: Algorithm;
}

export class GetRecommendations extends Query<Recommendations> {
  constructor(
    readonly productId: string,
    readonly limit: number,
    /** Empty takes the service's default. */
    readonly algorithm: string,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const { limit, algorithm } = this;
    return [
      ...(limit >= 1 && limit <= 20 ? [] : [{ field: 'limit', message: 'must be 1 to 20' }]),
      ...(algorithm === '' || isAlgorithm(algorithm)
        ? []
        : [{ field: 'algorithm', message: `must be one of: ${ALGORITHMS.join(', ')}` }]),
    ];
  }
}
