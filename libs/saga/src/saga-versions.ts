import { AppError } from '@tradewind/kernel';
import type { SagaDefinition } from './define-saga.ts';

/** Which version of which saga. */
export interface SagaVersion {
  definition: string;
  version: number;
}

/** All versions of all sagas that this process knows: a running saga ends by the version that it began with. */
export interface SagaVersions<Data, Effect> {
  readonly known: readonly SagaVersion[];
  find(wanted: SagaVersion): SagaDefinition<Data, Effect> | undefined;
  /** @throws AppError SAGA.UNKNOWN_DEFINITION */
  require(wanted: SagaVersion): SagaDefinition<Data, Effect>;
}

/** @throws when two definitions have the same name and version */
export function sagaVersions<Data, Effect>(
  definitions: readonly SagaDefinition<Data, Effect>[],
): SagaVersions<Data, Effect> {
  const byVersion = new Map(definitions.map((it) => [`${it.name}/${it.version}`, it]));
  if (byVersion.size < definitions.length) throw new TypeError('two sagas have the same name and version');
  const find = ({ definition, version }: SagaVersion) => byVersion.get(`${definition}/${version}`);
  return {
    known: definitions.map(({ name: definition, version }) => ({ definition, version })),
    find,
    require(wanted) {
      const found = find(wanted);
      if (found) return found;
      const text = `this process does not know ${wanted.definition} version ${wanted.version}`;
      throw new AppError('conflict', 'SAGA.UNKNOWN_DEFINITION', text, { retryable: false });
    },
  };
}
