import { NewsReader } from '../application/ports/news-reader.ts';
import type { ProviderNews } from '../domain/provider-news.ts';
import type { Clock } from '@tradewind/kernel';
import { requireSignature } from './psp-signature.ts';
import { toNews } from './psp-vocabulary.ts';

/** Reads the provider's webhooks; nothing in them is believed before the signature is. */
export class PspNewsReader extends NewsReader {
  private readonly secret: string;
  private readonly clock: Clock;

  constructor(secret: string, clock: Clock) {
    super();
    this.secret = secret;
    this.clock = clock;
  }

  read(body: string, signature: string | undefined): ProviderNews | undefined {
    requireSignature(body, signature, this.secret, this.clock.now());
    return toNews(body);
  }
}
