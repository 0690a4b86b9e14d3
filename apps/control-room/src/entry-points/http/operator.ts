import { Inject, Injectable, type CanActivate } from '@nestjs/common';
import { AppError } from '@tradewind/kernel';

/** The operator that the demo mode signs in, by name; actions are recorded under it. */
export const DEMO_OPERATOR = 'demo-operator';

/** The Nest token of the mode, `demo` or `production`. */
export const MODE = Symbol('mode');

/** Only the demo mode lets everybody operate the shop; anywhere else a sign-in is needed. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(@Inject(MODE) private readonly mode: string) {}

  canActivate(): boolean {
    if (this.mode === 'demo') return true;
    throw new AppError(
      'forbidden',
      'OPERATOR.SIGN_IN_REQUIRED',
      'operators must sign in, and no sign-in is configured',
    );
  }
}
