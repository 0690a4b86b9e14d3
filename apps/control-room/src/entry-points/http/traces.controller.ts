import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { UNTRACED } from '@tradewind/service-defaults/edge';
import { TraceStore } from '../../application/traces/trace-store.ts';
import { toSpans, type OtlpTraces } from './otlp.mapper.ts';

/** A receiver of OTLP/HTTP in its JSON form: the services send their spans here when no collector is at hand. */
@Controller('v1/traces')
export class TracesController {
  constructor(private readonly traces: TraceStore) {}

  @Post()
  @HttpCode(200)
  @RouteConfig(UNTRACED)
  receive(@Body() body: OtlpTraces): object {
    this.traces.add(toSpans(body));
    return {};
  }
}
