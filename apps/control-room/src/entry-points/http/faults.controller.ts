import { Body, Controller, Delete, Get, HttpCode, Param, Put, UseGuards } from '@nestjs/common';
import { parse } from '@tradewind/service-defaults/edge';
import { AuditLog, WatchedSystem } from '../../application/ports/watched-system.ts';
import { DEMO_OPERATOR, OperatorGuard } from './operator.ts';
import { faultBody } from './schemas.ts';

@Controller('ops/api/faults')
@UseGuards(OperatorGuard)
export class FaultsController {
  constructor(
    private readonly system: WatchedSystem,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  async list() {
    return { items: await this.system.faults() };
  }

  @Put(':name')
  async set(@Param('name') name: string, @Body() body: unknown) {
    const { enabled, value } = parse(faultBody, body);
    const fault = await this.system.setFault(name, enabled, value ?? null);
    await this.audit.record(DEMO_OPERATOR, enabled ? 'fault.on' : 'fault.off', name, '');
    return fault;
  }

  @Delete()
  @HttpCode(204)
  async reset(): Promise<void> {
    await this.system.resetFaults();
    await this.audit.record(DEMO_OPERATOR, 'fault.reset', 'all', '');
  }
}
