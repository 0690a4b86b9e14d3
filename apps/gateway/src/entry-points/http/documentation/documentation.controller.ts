import { Controller, Get, Header } from '@nestjs/common';
import { openApiDocument } from './open-api-document.ts';
import { toHtml } from './to-html.ts';

@Controller('api')
export class DocumentationController {
  private readonly document = openApiDocument();

  @Get('openapi.json')
  json() {
    return this.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return toHtml(this.document);
  }
}
