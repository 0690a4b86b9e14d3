import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertNever, type AppError, type Money } from '@tradewind/kernel';
import { decide, type PaymentCommand } from '../../domain/decide.ts';
import { declined, unavailable } from '../../domain/payment-errors.ts';
import { isOpen, type Payment } from '../../domain/payment.ts';
import { decideAnew } from '../decide-anew.ts';
import { PaymentLedger, type KnownPayment } from '../ports/payment-ledger.ts';
import { PaymentProvider, type AuthorizationOutcome } from '../ports/payment-provider.ts';
import { ReturnLateMoney } from '../return-late-money.ts';
import { AuthorizePayment } from './authorize-payment.command.ts';

/**
 * The request is recorded together with the outcome, in one commit, not in one of its own before the call. That is safe:
 * a crash in between leaves no trace here, but the provider knows the charge by our key. A repeat gets the same charge, a
 * void looks for it there, and the provider's webhook brings it in when nobody asks. An outcome that is not known is
 * recorded as a request without an answer.
 */
@CommandHandler(AuthorizePayment)
export class AuthorizePaymentHandler implements ICommandHandler<AuthorizePayment> {
  constructor(
    private readonly ledger: PaymentLedger,
    private readonly provider: PaymentProvider,
    private readonly returnLateMoney: ReturnLateMoney,
  ) {}

  async execute({ key, amount, token }: AuthorizePayment): Promise<Payment> {
    const known = await this.ledger.load(key);
    decide(known.payment, { type: 'request', amount });
    if (!isOpen(known.payment)) return known.payment;
    const outcome = await this.provider.authorize(key, amount, token);
    let current: KnownPayment | undefined = known;
    return decideAnew(async () => {
      const read = current ?? (await this.ledger.load(key));
      current = undefined;
      return this.record(read, amount, outcome);
    });
  }

  /** Undefined: another writer was faster. */
  private record(
    known: KnownPayment,
    amount: Money,
    outcome: AuthorizationOutcome,
  ): Promise<Payment | undefined> {
    switch (outcome.kind) {
      case 'authorized':
        return this.recordAuthorized(known, amount, outcome.providerReference);
      case 'declined': {
        const { declineCode } = outcome;
        const command = { type: 'decline', amount, declineCode } as const;
        return this.recordRefusal(known, command, declined(declineCode));
      }
      case 'unknown':
        return this.recordRefusal(known, { type: 'request', amount }, unavailable(outcome.cause));
      default:
        return assertNever(outcome);
    }
  }

  private async recordAuthorized(
    known: KnownPayment,
    amount: Money,
    providerReference: string,
  ): Promise<Payment | undefined> {
    if (known.payment.status === 'voided') {
      const late = { amount, providerReference, by: 'void' } as const;
      if (!(await this.returnLateMoney.of(known, late))) return undefined;
    }
    const events = decide(known.payment, { type: 'authorize', amount, providerReference });
    return (await this.ledger.append(known, events))?.payment;
  }

  private async recordRefusal(
    known: KnownPayment,
    command: PaymentCommand,
    error: AppError,
  ): Promise<Payment | undefined> {
    const events = decide(known.payment, command);
    // The webhook of a late success was faster than this answer.
    if (!isOpen(known.payment)) return known.payment;
    if (await this.ledger.append(known, events)) throw error;
    return undefined;
  }
}
