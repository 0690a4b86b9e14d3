import type { Fault, FaultChange } from '@tradewind/faults';
import { AppError, type ErrorKind } from '@tradewind/kernel';
import { mergeFaults } from '../application/faults/merge-faults.ts';
import { FaultSwitches, type SystemFault } from '../application/ports/fault-switches.ts';
import type { ServiceDirectory } from './service-directory.ts';

interface Problem {
  code: string;
  detail: string;
  errors?: object[];
}

const KIND_OF: Readonly<Record<number, ErrorKind>> = { 404: 'not-found', 409: 'conflict', 422: 'invalid' };

/** The switches on the admin ports of the processes. */
export class AdminFaultSwitches extends FaultSwitches {
  private readonly directory: ServiceDirectory;

  constructor(directory: ServiceDirectory) {
    super();
    this.directory = directory;
  }

  async list(): Promise<SystemFault[]> {
    const answers = await this.directory.askAll<Fault[]>('/faults');
    return mergeFaults(answers.flatMap(({ service, answer }) => answer.map((fault) => ({ service, fault }))));
  }

  async set(name: string, change: FaultChange): Promise<SystemFault> {
    const found = (await this.list()).find((it) => it.name === name);
    if (!found)
      throw new AppError('not-found', 'FAULT.UNKNOWN', `there is no fault ${name}: GET faults lists them`);
    const entries = await this.directory.entries();
    const owners = entries.filter((it) => it.adminUrl !== null && found.services.includes(it.name));
    const faults = await Promise.all(
      owners.map(async (it) => ({ service: it.name, fault: await put(it.adminUrl!, name, change) })),
    );
    return mergeFaults(faults)[0]!;
  }

  /** A process that does not answer has died, and its switches with it. */
  async reset(): Promise<void> {
    const entries = (await this.directory.entries()).filter((it) => it.adminUrl !== null);
    await Promise.allSettled(
      entries.map((it) => this.directory.ask(it.adminUrl!, '/faults', { method: 'DELETE' })),
    );
  }
}

async function put(adminUrl: string, name: string, change: FaultChange): Promise<Fault> {
  const answer = await fetch(new URL(`/faults/${encodeURIComponent(name)}`, adminUrl), {
    method: 'PUT',
    body: JSON.stringify(change),
    signal: AbortSignal.timeout(2_000),
  });
  if (answer.ok) return (await answer.json()) as Fault;
  const kind = KIND_OF[answer.status];
  if (!kind)
    throw new AppError('unavailable', 'ADMIN.NOT_OK', `the process of ${name} answered ${answer.status}`);
  const { code, detail, errors } = (await answer.json()) as Problem;
  throw new AppError(kind, code, detail, errors ? { details: { errors } } : {});
}
