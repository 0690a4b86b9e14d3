import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { parse } from '@tradewind/service-defaults/edge';
import {
  AuditLog,
  LETTER_STATES,
  WatchedSystem,
  type LetterState,
} from '../../application/ports/watched-system.ts';
import { DEMO_OPERATOR, OperatorGuard } from './operator.ts';
import { letterQuery, requiredNote } from './schemas.ts';

const STATES: Record<'open' | 'all' | LetterState, readonly LetterState[]> = {
  open: ['parked', 'waiting'],
  all: LETTER_STATES,
  parked: ['parked'],
  waiting: ['waiting'],
  replayed: ['replayed'],
  discarded: ['discarded'],
};

@Controller('ops/api/dead-letters')
@UseGuards(OperatorGuard)
export class DeadLettersController {
  constructor(
    private readonly system: WatchedSystem,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  list(@Query() raw: unknown) {
    const { state, service, type, pageSize, pageToken } = parse(letterQuery, raw);
    return this.system.deadLetters({ states: STATES[state], service, type }, pageSize, pageToken);
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
