import { RecommendationServiceService } from '@tradewind/contracts/recommendation/v1/recommendation';
import type { DeadLetters } from '@tradewind/event-bus';
import { implementation } from '@tradewind/rpc';
import {
  bootService,
  deadLetterEndpoint,
  Messaging,
  messagingEndpoint,
  readModelEndpoint,
} from '@tradewind/service-defaults';
import { RecommendationController } from './entry-points/grpc/recommendation.controller.ts';
import { readSettings } from './recommendation.config.ts';
import { DEAD_LETTERS, RecommendationModule } from './recommendation.module.ts';

await bootService({
  name: 'recommendation',
  settings: readSettings,
  module: (settings, logger) => RecommendationModule.with(settings, logger),
  grpc: (parts) => [
    implementation(RecommendationServiceService, parts.get(RecommendationController)),
    deadLetterEndpoint(parts.get<DeadLetters>(DEAD_LETTERS)),
    messagingEndpoint(parts.get(Messaging)),
    readModelEndpoint(parts.get(Messaging)),
  ],
});
