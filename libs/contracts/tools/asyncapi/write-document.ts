import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { format, resolveConfig } from 'prettier';
import { run } from '../run.ts';
import { asyncApiDocument } from './document.ts';

const samples = new URL('../../samples/', import.meta.url);
const manifest = new URL('../../../../package.json', import.meta.url);

/** Where the document is kept. */
export const documentFile = fileURLToPath(new URL('../../../../docs/asyncapi.json', import.meta.url));

/** The document as text, as it must stand in its file. */
export async function generateDocument(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-descriptors-'));
  try {
    const file = join(folder, 'descriptors.binpb');
    run('buf', ['build', '--as-file-descriptor-set', '--output', file]);
    const messages = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(file)));
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    const sampleOf = (type: string): unknown =>
      JSON.parse(readFileSync(new URL(`${type}.json`, samples), 'utf8'));
    const document = asyncApiDocument({ messages, sampleOf, version });
    return await format(JSON.stringify(document), { ...(await resolveConfig(documentFile)), parser: 'json' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
