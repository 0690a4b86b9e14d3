import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { catalogue } from '@tradewind/faults';
import { faultTables, trialsTable } from './faults-page.ts';
import { rulesList, sourcesTable } from './idempotency-page.ts';
import { breakerTable, policyTable } from './policy-table.ts';
import { root } from './root.ts';
import { shopPolicies } from './shop-policies.ts';
import { lifeCycleDiagram, sagaDiagram } from './saga-diagrams.ts';
import { telemetryTables } from './telemetry-tables.ts';

export interface Block {
  file: string;
  /** The block stands between `<!-- name -->` and `<!-- /name -->`. */
  name: string;
  text: string;
}

/** Brings everything between markers that is made from code up to date. @returns the files in which it was not */
export async function updateBlocks(mode: 'check' | 'write'): Promise<string[]> {
  const blocks = [
    ...(await orderDiagrams()),
    ...(await idempotencyRules()),
    ...(await policyTables()),
    ...telemetryTables(),
    ...(await faultsPage()),
  ];
  const stale: string[] = [];
  for (const [file, own] of Map.groupBy(blocks, (block) => block.file)) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = await format(own.reduce(replaced, before), {
      ...(await resolveConfig(path)),
      parser: 'markdown',
    });
    if (before === after) continue;
    stale.push(file);
    if (mode === 'write') writeFileSync(path, after);
  }
  return stale;
}

function replaced(page: string, { file, name, text }: Block): string {
  const marked = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  if (!marked.test(page)) throw new Error(`${file} has no place marked ${name}`);
  return page.replace(marked, () => `<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->`);
}

// By their paths: the documentation is made from the apps, and no library or tool depends on one.
const load = <Module>(path: string): Promise<Module> =>
  import(pathToFileURL(join(root, path)).href) as Promise<Module>;

async function orderDiagrams(): Promise<Block[]> {
  const sagas = 'apps/order/src/application/sagas';
  type Saga = (...participants: object[]) => Parameters<typeof sagaDiagram>[0];
  const { placeOrderSaga } = await load<{ placeOrderSaga: Saga }>(`${sagas}/place-order.saga.ts`);
  const { cancelOrderSaga } = await load<{ cancelOrderSaga: Saga }>(`${sagas}/cancel-order.saga.ts`);
  const { LIFE_CYCLE } = await load<{ LIFE_CYCLE: Record<string, string[]> }>(
    'apps/order/src/domain/order.ts',
  );
  const file = 'apps/order/README.md';
  return [
    { file, name: 'place-order', text: sagaDiagram(placeOrderSaga({}, {})) },
    { file, name: 'cancel-order', text: sagaDiagram(cancelOrderSaga({}, {})) },
    { file, name: 'life-cycle', text: lifeCycleDiagram(LIFE_CYCLE) },
  ];
}

async function faultsPage(): Promise<Block[]> {
  type Trials = Parameters<typeof trialsTable>[0];
  const folder = 'e2e/failures/trials';
  const { paymentTrials } = await load<{ paymentTrials: Trials }>(`${folder}/payment.ts`);
  const { serviceTrials } = await load<{ serviceTrials: Trials }>(`${folder}/services.ts`);
  const { eventTrials } = await load<{ eventTrials: Trials }>(`${folder}/events.ts`);
  const { processTrials } = await load<{ processTrials: Trials }>(`${folder}/processes.ts`);
  const trials = [...paymentTrials, ...serviceTrials, ...eventTrials, ...processTrials];
  const file = 'docs/faults.md';
  return [
    { file, name: 'catalogue', text: faultTables(catalogue) },
    { file, name: 'trials', text: trialsTable(trials) },
  ];
}

async function idempotencyRules(): Promise<Block[]> {
  type Rules = Parameters<typeof rulesList>[0];
  type Sources = Parameters<typeof rulesList>[1];
  const { SOURCES } = await load<{ SOURCES: Sources }>('e2e/journeys/idempotency-sources.ts');
  const repeats = await load<{ repeatCases: Rules }>('e2e/journeys/idempotency-repeat-cases.ts');
  const errors = await load<{ errorCases: Rules }>('e2e/journeys/idempotency-error-cases.ts');
  const time = await load<{ timeCases: Record<string, Rules[number]> }>(
    'apps/order/test/idempotency-cases.ts',
  );
  const file = 'docs/idempotency.md';
  return [
    { file, name: 'repeats', text: rulesList(repeats.repeatCases, SOURCES) },
    { file, name: 'errors', text: rulesList(errors.errorCases, SOURCES) },
    { file, name: 'time', text: rulesList(Object.values(time.timeCases), SOURCES) },
    { file, name: 'sources', text: sourcesTable(SOURCES) },
  ];
}

async function policyTables(): Promise<Block[]> {
  const policies = await shopPolicies();
  const file = 'docs/resilience.md';
  return [
    { file, name: 'policies', text: policyTable(policies) },
    { file, name: 'breakers', text: breakerTable(policies) },
  ];
}
