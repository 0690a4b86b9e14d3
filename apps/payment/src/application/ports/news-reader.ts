import type { ProviderNews } from '../../domain/provider-news.ts';

/** The port to what the provider tells us unasked. */
export abstract class NewsReader {
  /**
   * The news in a message, or undefined when it is none of our business.
   * @throws AppError PAYMENT.BAD_SIGNATURE, PAYMENT.BAD_NEWS
   */
  abstract read(body: string, signature: string | undefined): ProviderNews | undefined;
}
