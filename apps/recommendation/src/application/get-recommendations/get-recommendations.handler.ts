import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUuid } from '@tradewind/kernel';
import { fillUp, isAlgorithm } from '../../domain/recommendations.ts';
import { PurchaseKnowledge } from '../ports/purchase-knowledge.ts';
import { DefaultAlgorithm } from './default-algorithm.ts';
import { GetRecommendations, type Recommendations } from './get-recommendations.query.ts';

@QueryHandler(GetRecommendations)
export class GetRecommendationsHandler implements IQueryHandler<GetRecommendations> {
  constructor(
    private readonly knowledge: PurchaseKnowledge,
    private readonly byDefault: DefaultAlgorithm,
  ) {}

  async execute({ productId, limit, algorithm: wanted }: GetRecommendations): Promise<Recommendations> {
    const algorithm = isAlgorithm(wanted) ? wanted : this.byDefault.name;
    if (!isUuid(productId)) return { productIds: [], algorithm };
    const together = algorithm === 'similar' ? [] : await this.knowledge.boughtTogether(productId, limit);
    // What the first list gives may stand in the second again, so that one is asked for all.
    const similar =
      together.length < limit ? await this.knowledge.similar(productId, limit + together.length) : [];
    return { productIds: fillUp(productId, limit, together, similar), algorithm };
  }
}
