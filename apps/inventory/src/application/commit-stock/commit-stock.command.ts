import { Command } from '@nestjs/cqrs';
import type { Reservation } from '../../domain/reservation.ts';

/** The reserved goods leave the house. */
export class CommitStock extends Command<Reservation> {
  constructor(readonly key: string) {
    super();
  }
}
