import { Injectable } from '@nestjs/common';
import type { RecommendationServiceService } from '@tradewind/contracts/recommendation/v1/recommendation';
import { UseCases } from '@tradewind/cqrs';
import type { Implementation } from '@tradewind/rpc';
import { GetRecommendations } from '../../application/get-recommendations/get-recommendations.query.ts';

type Service = Implementation<typeof RecommendationServiceService>;

@Injectable()
export class RecommendationController implements Service {
  constructor(private readonly useCases: UseCases) {}

  getRecommendations: Service['getRecommendations'] = ({ productId, limit, algorithm }) =>
    this.useCases.ask(new GetRecommendations(productId, limit || 4, algorithm));
}
