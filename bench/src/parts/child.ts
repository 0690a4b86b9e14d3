import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process of the bench; it ends when the bench does. What it says arrives as messages. */
export class Child {
  readonly #process: ChildProcess;
  /** Resolves when it has ended, however it did. */
  readonly gone: Promise<unknown>;

  private constructor(child: ChildProcess) {
    this.#process = child;
    this.gone = once(child, 'exit');
  }

  static start(program: URL, args: readonly string[], execArgv: string[] = []): Child {
    return new Child(
      fork(program, args, {
        execArgv,
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    );
  }

  get pid(): number {
    return this.#process.pid!;
  }

  send(message: object): void {
    if (this.#process.connected) this.#process.send(message);
  }

  on<Message>(listener: (message: Message) => void): void {
    this.#process.on('message', listener);
  }

  /** The next message with this field. @throws when the process ends before */
  async next<Message extends object>(field: keyof Message): Promise<Message> {
    const heard = new Promise<Message>((resolve) => {
      const listener = (message: Message): void => {
        if (!(field in message)) return;
        this.#process.off('message', listener);
        resolve(message);
      };
      this.#process.on('message', listener);
    });
    const ended = this.gone.then(() => {
      throw new Error(`a process of the bench ended before it said ${String(field)}`);
    });
    return Promise.race([heard, ended]);
  }

  /** Asks, and waits for the answer. */
  ask<Answer extends object>(message: object, field: keyof Answer): Promise<Answer> {
    const answer = this.next<Answer>(field);
    this.send(message);
    return answer;
  }

  /** It has 5 s to end by itself. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 5_000);
    if (this.#process.connected) this.#process.disconnect();
    await this.gone;
    clearTimeout(late);
  }
}

/** In the child: Ctrl-C reaches it, too, but it ends when its parent lets go of it. */
export function endWithParent(stop: () => Promise<unknown>): void {
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  process.once('disconnect', () => void stop().finally(() => process.exit()));
}

export function tellParent(message: object): void {
  if (process.connected) process.send!(message);
}
