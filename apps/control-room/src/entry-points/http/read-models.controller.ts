import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { AuditLog, WatchedSystem, type WatchedReadModel } from '../../application/ports/watched-system.ts';
import { DEMO_OPERATOR, OperatorGuard } from './operator.ts';

@Controller('ops/api/read-models')
@UseGuards(OperatorGuard)
export class ReadModelsController {
  constructor(
    private readonly system: WatchedSystem,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  async list() {
    const models = await this.system.readModels();
    return { items: models.map((model) => ({ ...model, job: toJob(model.job) })) };
  }

  @Post(':service/:name/rebuild')
  @HttpCode(202)
  rebuild(@Param('service') service: string, @Param('name') name: string) {
    return this.operate('rebuild', service, name);
  }

  @Post(':service/:name/verification')
  @HttpCode(202)
  verify(@Param('service') service: string, @Param('name') name: string) {
    return this.operate('verification', service, name);
  }

  private async operate(operation: 'rebuild' | 'verification', service: string, name: string) {
    const job = await this.system.operateReadModel(operation, service, name, DEMO_OPERATOR);
    await this.audit.record(DEMO_OPERATOR, `read-model.${operation}`, `${service}/${name}`, '');
    return { service, name, job: toJob(job) };
  }
}

function toJob(job: WatchedReadModel['job']) {
  if (!job) return null;
  const { compared, differences, finishedAt, ...same } = job;
  return { ...same, differences: compared ? differences : null, finishedAt: finishedAt || null };
}
