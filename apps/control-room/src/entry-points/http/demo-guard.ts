import { Inject, Injectable, type CanActivate } from '@nestjs/common';
import { demoOnly } from '@tradewind/faults';
import { MODE } from './operator.ts';

/** What breaks something on purpose exists in the demo only, whoever asks. */
@Injectable()
export class DemoGuard implements CanActivate {
  constructor(@Inject(MODE) private readonly mode: string) {}

  canActivate(): boolean {
    if (this.mode === 'demo') return true;
    throw demoOnly();
  }
}
