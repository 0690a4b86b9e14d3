import { Body, Controller, Delete, Get, HttpCode, Param, Put, UseGuards } from '@nestjs/common';
import { parse } from '@tradewind/service-defaults/edge';
import { FaultSwitches } from '../../application/ports/fault-switches.ts';
import { AuditLog } from '../../application/ports/watched-system.ts';
import { DemoGuard } from './demo-guard.ts';
import { DEMO_OPERATOR, OperatorGuard } from './operator.ts';
import { faultBody } from './schemas.ts';

@Controller('ops/api/faults')
@UseGuards(DemoGuard, OperatorGuard)
export class FaultsController {
  constructor(
    private readonly switches: FaultSwitches,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  async list() {
    return { items: await this.switches.list() };
  }

  @Put(':name')
  async set(@Param('name') name: string, @Body() body: unknown) {
    const change = parse(faultBody, body);
    const fault = await this.switches.set(name, change);
    await this.audit.record(DEMO_OPERATOR, change.enabled ? 'fault.on' : 'fault.off', name, '');
    return fault;
  }

  @Delete()
  @HttpCode(204)
  async reset(): Promise<void> {
    await this.switches.reset();
    await this.audit.record(DEMO_OPERATOR, 'fault.reset', 'all', '');
  }
}
