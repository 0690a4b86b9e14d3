import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { SagaDecision } from '@tradewind/saga';
import type { SagaView } from '../ports/saga-reader.ts';

/** What an operator decides about a parked saga. Everything is journaled with name and note. */
export class OperateSaga extends Command<SagaView> {
  constructor(
    readonly decision: SagaDecision,
    readonly orderId: string,
    readonly operator: string,
    readonly note: string,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    if (this.decision !== 'resolve' || this.note.trim() !== '') return [];
    return [{ field: 'note', message: 'must say what was done by hand' }];
  }
}
