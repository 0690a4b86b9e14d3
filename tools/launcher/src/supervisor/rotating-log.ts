import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';

const MAX_BYTES = 10 * 1024 * 1024;

/** A log file that is never longer than 10 MB: the full one becomes `<file>.1`, the one before that goes. */
export class RotatingLog {
  readonly #file: string;
  readonly #maxBytes: number;
  #descriptor: number;
  #size: number;
  #closed = false;

  constructor(file: string, maxBytes = MAX_BYTES) {
    this.#file = file;
    this.#maxBytes = maxBytes;
    this.#descriptor = openSync(file, 'a');
    this.#size = statSync(file).size;
  }

  // Synchronous, because the last words of a dying process must not be lost with the launcher.
  write(chunk: string): void {
    if (this.#closed) return;
    if (this.#size >= this.#maxBytes) this.#rotate();
    this.#size += writeSync(this.#descriptor, chunk);
  }

  close(): void {
    if (!this.#closed) closeSync(this.#descriptor);
    this.#closed = true;
  }

  #rotate(): void {
    closeSync(this.#descriptor);
    renameSync(this.#file, `${this.#file}.1`);
    this.#descriptor = openSync(this.#file, 'a');
    this.#size = 0;
  }
}

/** For a process that writes its log itself: a full file is put aside before it starts. */
export function rotateBeforeStart(file: string, maxBytes = MAX_BYTES): void {
  if (existsSync(file) && statSync(file).size >= maxBytes) renameSync(file, `${file}.1`);
}

export function lastLines(file: string, count: number): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count);
}
