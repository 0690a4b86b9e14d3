import type { ArmedFailpoint, Disturbance, Failpoint } from '@tradewind/failpoints';
import type { RunningSystem } from '@tradewind/launcher';

/** The failpoints of running processes, through their admin ports. */
export class FailpointClient {
  readonly #system: RunningSystem;

  constructor(system: RunningSystem) {
    this.#system = system;
  }

  async list(process: string): Promise<Failpoint[]> {
    return (await this.#call(process, 'GET', '/failpoints')) as Failpoint[];
  }

  async arm(process: string, name: string, plan: ArmedFailpoint): Promise<void> {
    await this.#call(process, 'PUT', `/failpoints/${encodeURIComponent(name)}`, plan);
  }

  async disturb(process: string, disturbance: Disturbance): Promise<void> {
    await this.#call(process, 'PUT', '/disturbance', disturbance);
  }

  async disarm(process: string): Promise<void> {
    await this.#call(process, 'DELETE', '/failpoints');
  }

  async #call(process: string, method: string, path: string, body?: unknown): Promise<unknown> {
    const port = this.#system.context.ports.of(process, 'admin');
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`${process} ${path} answered ${response.status}`);
    return response.json();
  }
}
