import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { useCasesProvider } from '@tradewind/cqrs';
import type { Logger } from '@tradewind/observability';
import { Messaging, messagingProviders, provideLifecycle } from '@tradewind/service-defaults';
import { DefaultAlgorithm } from './application/get-recommendations/default-algorithm.ts';
import { GetRecommendationsHandler } from './application/get-recommendations/get-recommendations.handler.ts';
import { PurchaseKnowledge } from './application/ports/purchase-knowledge.ts';
import { recommendationSubscriptions } from './entry-points/events/subscriptions.ts';
import { RecommendationController } from './entry-points/grpc/recommendation.controller.ts';
import { PostgresPurchaseKnowledge } from './infrastructure/postgres-purchase-knowledge.ts';
import type { RecommendationSettings } from './recommendation.config.ts';
import { readModels, storeLessons } from './recommendation.read-models.ts';

/** The Nest token of the events that could not be handled. */
export const DEAD_LETTERS = Symbol('dead letters');

@Module({})
export class RecommendationModule {
  static with(settings: RecommendationSettings, logger: Logger): DynamicModule {
    return {
      module: RecommendationModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('recommendation', settings, logger),
        useCasesProvider,
        GetRecommendationsHandler,
        { provide: DefaultAlgorithm, useValue: new DefaultAlgorithm(settings.algorithm) },
        { provide: PurchaseKnowledge, useClass: PostgresPurchaseKnowledge },
        { provide: DEAD_LETTERS, inject: [Messaging], useFactory: listen },
        RecommendationController,
        provideLifecycle([Messaging], (messaging: Messaging) => [messaging]),
      ],
    };
  }
}

function listen(messaging: Messaging) {
  const transact = storeLessons(messaging.database);
  return messaging.listen('recommendation', recommendationSubscriptions, transact, readModels);
}
