import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertNever } from '@tradewind/kernel';
import { decideAll } from '../../domain/decide.ts';
import { meaningOf, type NewsMeaning } from '../../domain/provider-news.ts';
import { decideAnew } from '../decide-anew.ts';
import { PaymentLedger } from '../ports/payment-ledger.ts';
import { ReturnLateMoney } from '../return-late-money.ts';
import { ReceiveNews } from './receive-news.command.ts';

@CommandHandler(ReceiveNews)
export class ReceiveNewsHandler implements ICommandHandler<ReceiveNews> {
  constructor(
    private readonly ledger: PaymentLedger,
    private readonly returnLateMoney: ReturnLateMoney,
  ) {}

  /** Throws when the money cannot go back now: the provider then tells the news again. */
  execute({ news }: ReceiveNews): Promise<NewsMeaning['kind']> {
    return decideAnew(async () => {
      const known = await this.ledger.loadForNews(news.key, news.id);
      if (known.newsSeen) return 'nothing';
      const meaning = meaningOf(known.payment, news);
      switch (meaning.kind) {
        case 'nothing':
          return meaning.kind;
        case 'catch-up': {
          const events = decideAll(known.payment, meaning.commands);
          return (await this.ledger.append(known, events, news.id)) && meaning.kind;
        }
        case 'give-back': {
          const { amount, providerReference } = news;
          const late = { amount, providerReference, by: meaning.by };
          return (await this.returnLateMoney.of(known, late, news.id)) && meaning.kind;
        }
        default:
          return assertNever(meaning);
      }
    });
  }
}
