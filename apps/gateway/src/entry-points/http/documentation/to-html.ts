import type { OpenApiDocument, OpenApiOperation } from './open-api-document.ts';

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}
h2{font:600 1rem ui-monospace,monospace;margin:2.5rem 0 .25rem}h2 span{color:oklch(55% .12 200);text-transform:uppercase;margin-right:.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}td,th{text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top;border-top:1px solid color-mix(in srgb,currentcolor 15%,transparent)}
code,pre{font:.875rem ui-monospace,monospace}pre{overflow:auto;padding:.75rem;background:color-mix(in srgb,currentcolor 6%,transparent)}`;

/** The document for people: one page, no script, nothing loaded from elsewhere. */
export function toHtml({ info, paths, components }: OpenApiDocument): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => call(method, path, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `<h2 id="${name}">${name}</h2><pre>${escape(JSON.stringify(schema, null, 2))}</pre>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title><style>${STYLE}</style></head><body><main>
<h1>${escape(info.title)} API</h1><p>${escape(info.description)}</p><p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
${calls.join('\n')}<h1>Answers</h1>${schemas.join('\n')}</main></body></html>`;
}

function call(
  method: string,
  path: string,
  { summary, parameters, requestBody, responses }: OpenApiOperation,
): string {
  const rows = parameters.map(
    (it) =>
      `<tr><td><code>${escape(it.name)}</code></td><td>${it.in}${it.required ? ', required' : ''}</td><td>${escape(it.description ?? '')} ${schemaText(it.schema)}</td></tr>`,
  );
  const body = requestBody
    ? `<pre>${escape(JSON.stringify(Object.values(requestBody.content)[0]!.schema, null, 2))}</pre>`
    : '';
  const answers = Object.entries(responses).map(
    ([status, answer]) => `<tr><td><code>${status}</code></td><td>${link(answer)}</td></tr>`,
  );
  return `<section><h2><span>${method}</span>${escape(path)}</h2><p>${escape(summary)}</p>
${rows.length > 0 ? `<table>${rows.join('')}</table>` : ''}${body}<table>${answers.join('')}</table></section>`;
}

function link({ description, content }: OpenApiOperation['responses'][string]): string {
  const [media] = Object.values(content ?? {});
  const name = /([^/]+)$/.exec((media?.schema as { $ref?: string } | undefined)?.$ref ?? '')?.[1];
  return name ? `<a href="#${name}">${escape(name)}</a>` : escape(description);
}

function schemaText(schema: unknown): string {
  return `<code>${escape(JSON.stringify(schema))}</code>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
