import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { TraceStore } from '../../application/traces/trace-store.ts';
import { toSpans, type OtlpTraces } from './otlp.mapper.ts';

/** A receiver of OTLP/HTTP in its JSON form: the services send their spans here when no collector is at hand. */
@Controller('v1/traces')
export class TracesController {
  constructor(private readonly traces: TraceStore) {}

  @Post()
  @HttpCode(200)
  receive(@Body() body: OtlpTraces): object {
    this.traces.add(toSpans(body));
    return {};
  }
}
