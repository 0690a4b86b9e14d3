import { createDatabase, type Database } from '@tradewind/database';
import { systemClock, uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { createPostgresSagaStore, type SagaDecision } from '@tradewind/saga';
import type { Messaging } from '@tradewind/service-defaults';
import { createTestDatabase, eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { CancelOrder } from '../src/application/cancel-order/cancel-order.command.ts';
import { CancelOrderHandler } from '../src/application/cancel-order/cancel-order.handler.ts';
import { OperateSaga } from '../src/application/operate-saga/operate-saga.command.ts';
import { OperateSagaHandler } from '../src/application/operate-saga/operate-saga.handler.ts';
import { PlaceOrder, type PlaceOrderAnswer } from '../src/application/place-order/place-order.command.ts';
import { PlaceOrderHandler } from '../src/application/place-order/place-order.handler.ts';
import type { OrderView } from '../src/application/ports/order-store.ts';
import { PaymentTokens } from '../src/application/ports/payment-tokens.ts';
import type { OrderEffect, OrderSagaData } from '../src/application/sagas/order-saga-data.ts';
import { orderEffectSql } from '../src/infrastructure/order-effect.sql.ts';
import { PostgresAnswerStore } from '../src/infrastructure/postgres-answer-store.ts';
import { PostgresOrderStore } from '../src/infrastructure/postgres-order-store.ts';
import { PostgresSagaReader } from '../src/infrastructure/postgres-saga-reader.ts';
import { RunningOrderSagas } from '../src/infrastructure/running-order-sagas.ts';
import { Participants } from './participants.ts';

export const SHOPPER_EMAIL = 'ada@example.com';
export const TOKEN = 'tok_ok';
const address = {
  name: 'Ada L',
  line1: 'Secret Street 1',
  city: 'Bergen',
  postalCode: '5003',
  country: 'NO',
};

type Props = PlaceOrder['props'];

/** The order service on a fresh, real PostgreSQL; the other services are doubles. */
export interface OrderBench {
  database: Database;
  store: PostgresOrderStore;
  answers: PostgresAnswerStore;
  sagas: RunningOrderSagas;
  others: Participants;
  place(props?: Partial<Props>): Promise<PlaceOrderAnswer>;
  /** Another process of the service. It never says that it lives, so the bench's own takes its orders over. */
  dyingProcess(): { others: Participants; place: OrderBench['place'] };
  cancel(order: { orderId: string; shopperId?: string }): Promise<OrderView>;
  operate(decision: SagaDecision, orderId: string, note?: string): Promise<unknown>;
  /** The order, once it is as expected. */
  becomes(orderId: string, status: OrderView['status'], shopperId?: string): Promise<OrderView>;
  /** Waits for the state of the order's newest saga. */
  sagaBecomes(
    orderId: string,
    state: string,
  ): Promise<{ state: string; data: OrderSagaData; definition: string }>;
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** @param lifetime of idempotency keys, in milliseconds */
export async function openOrderBench({ lifetime = 86_400_000 } = {}): Promise<OrderBench> {
  const test = await createTestDatabase('order');
  const database = createDatabase({ url: test.url, service: 'order-test', connections: 8 });
  const messaging = { database, wake: () => {} } as unknown as Messaging;
  const store = new PostgresOrderStore(database, messaging, lifetime);
  const answers = new PostgresAnswerStore(database, lifetime);
  const aProcess = () => {
    const others = new Participants();
    const intake = { admit: () => {}, ended: () => {} };
    const sagas = new RunningOrderSagas({
      intake,
      inventory: others.inventory,
      payment: others.payment,
      store: createPostgresSagaStore<OrderSagaData, OrderEffect>(database, orderEffectSql),
      messaging,
      clock: systemClock,
      logger: createLogger('order-test', 'silent'),
    });
    const tokens = new PaymentTokens([TOKEN]);
    const healthy = { requireHealthy: () => {} };
    const handler = new PlaceOrderHandler(
      store,
      answers,
      others.cart,
      tokens,
      healthy,
      intake,
      sagas,
      systemClock,
    );
    const place: OrderBench['place'] = (props) => handler.execute(new PlaceOrder({ ...anOrder(), ...props }));
    return { others, sagas, place };
  };
  const { others, sagas, place } = aProcess();
  const cancelling = new CancelOrderHandler(store, sagas, systemClock);
  const operating = new OperateSagaHandler(new PostgresSagaReader(database, lifetime), sagas);
  await sagas.start();
  const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.pool.query(text, values)).rows as Row[];
  return {
    ...{ database, store, answers, sagas, others, rows },
    place,
    dyingProcess: aProcess,
    cancel: ({ orderId, shopperId = 'ada' }) => cancelling.execute(new CancelOrder(shopperId, orderId)),
    operate: (decision, orderId, note = '') =>
      operating.execute(new OperateSaga(decision, orderId, 'olga', note)),
    becomes: (orderId, status, shopperId = 'ada') =>
      eventually(async () => {
        const order = await store.find(shopperId, orderId);
        expect(order?.status).toBe(status);
        return order!;
      }),
    sagaBecomes: (orderId, state) =>
      eventually(async () => {
        const text =
          'select state, data, definition from saga where subject_id = $1 order by id desc limit 1';
        const [saga] = await rows<{ state: string; data: OrderSagaData; definition: string }>(text, [
          orderId,
        ]);
        expect(saga?.state).toBe(state);
        return saga!;
      }),
    async close() {
      await sagas.stop();
      await database.close();
      await test.drop();
    },
  };
}

function anOrder(): Props {
  return {
    shopperId: 'ada',
    idempotencyKey: uuidV7(),
    requestHash: 'a'.repeat(64),
    email: SHOPPER_EMAIL,
    shippingAddress: address,
    paymentToken: TOKEN,
    wait: 0,
  };
}
