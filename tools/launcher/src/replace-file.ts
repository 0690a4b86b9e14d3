import { renameSync, writeFileSync } from 'node:fs';

/** Writes a whole file so that readers, and the next start after a kill, see the old content or the new one, never half. */
export function replaceFile(file: string, content: string, mode = 0o644): void {
  const next = `${file}.next`;
  writeFileSync(next, content, { mode });
  try {
    renameSync(next, file);
  } catch {
    writeFileSync(file, content, { mode }); // Windows, while somebody reads it
  }
}
