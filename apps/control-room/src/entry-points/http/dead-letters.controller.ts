import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { parse } from '@tradewind/service-defaults/edge';
import { AuditLog, WatchedSystem } from '../../application/ports/watched-system.ts';
import { DEMO_OPERATOR, OperatorGuard } from './operator.ts';
import { requiredNote } from './schemas.ts';

@Controller('ops/api/dead-letters')
@UseGuards(OperatorGuard)
export class DeadLettersController {
  constructor(
    private readonly system: WatchedSystem,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  async list() {
    return { items: await this.system.deadLetters() };
  }

  @Post(':id/replay')
  @HttpCode(202)
  async replay(@Param('id') id: string) {
    await this.system.replayDeadLetter(id, DEMO_OPERATOR);
    await this.audit.record(DEMO_OPERATOR, 'dead-letter.replay', id, '');
    return { id };
  }

  @Post(':id/discard')
  @HttpCode(202)
  async discard(@Param('id') id: string, @Body() body: unknown) {
    const { note } = parse(requiredNote, body);
    await this.system.discardDeadLetter(id, DEMO_OPERATOR, note);
    await this.audit.record(DEMO_OPERATOR, 'dead-letter.discard', id, note);
    return { id };
  }
}
