import { Injectable } from '@nestjs/common';
import { WatchedSystem } from '../ports/watched-system.ts';

/** Asks every service to compare its read models with the fold of their events; reconciliation then knows the result. */
@Injectable()
export class VerifyReadModels {
  constructor(private readonly system: WatchedSystem) {}

  async all(): Promise<void> {
    for (const { service, name, job } of await this.system.readModels()) {
      if (job?.state === 'requested' || job?.state === 'running') continue;
      await this.system.operateReadModel('verification', service, name, 'control-room');
    }
  }
}
