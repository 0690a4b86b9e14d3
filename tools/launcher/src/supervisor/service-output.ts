import type { Console } from '../console.ts';
import { readNotable, splitLines } from './log-lines.ts';
import { RotatingLog } from './rotating-log.ts';

/** Takes what a process prints: everything into its log file, what is worth a person's time to the console. */
export class ServiceOutput {
  readonly #log: RotatingLog;
  readonly #split: (chunk: string) => void;

  constructor(name: string, file: string, console: Console) {
    this.#log = new RotatingLog(file);
    this.#split = splitLines((line) => {
      const notable = readNotable(line);
      if (notable) console.event(name, notable);
    });
  }

  readonly write = (chunk: string): void => {
    this.#log.write(chunk);
    this.#split(chunk);
  };

  close(): void {
    this.#log.close();
  }
}
