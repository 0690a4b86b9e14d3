import { Command } from '@nestjs/cqrs';
import type { Reservation } from '../../domain/reservation.ts';

/** Gives back what is reserved under the key; works for a key that was never seen. */
export class ReleaseStock extends Command<Reservation> {
  constructor(readonly key: string) {
    super();
  }
}
