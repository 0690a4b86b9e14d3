import { Command } from '@nestjs/cqrs';
import type { NewsMeaning, ProviderNews } from '../../domain/provider-news.ts';

/** The provider told something unasked. Answers what it meant. */
export class ReceiveNews extends Command<NewsMeaning['kind']> {
  constructor(readonly news: ProviderNews) {
    super();
  }
}
