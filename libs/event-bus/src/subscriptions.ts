import type { EventType } from '@tradewind/contracts';
import { topicOf } from '@tradewind/contracts';
import type { TypedEvent } from './event.ts';

export interface Subscription<Context> {
  type: EventType;
  handle(event: never, context: Context): Promise<void>;
}

export interface Subscriptions<Context> {
  readonly topics: readonly string[];
  readonly types: readonly EventType[];
  find(type: string): Subscription<Context> | undefined;
}

type Handlers<Context> = {
  [Type in EventType]?: (event: TypedEvent<Type>, context: Context) => Promise<void>;
};

/** The one list of what a service listens to. `Context` is what the effect's transaction offers to the handlers. */
export function subscriptions<Context>(handlers: Handlers<Context>): Subscriptions<Context> {
  const types = Object.keys(handlers) as EventType[];
  return {
    topics: [...new Set(types.map(topicOf))],
    types,
    find: (type) => {
      const handle = handlers[type as EventType] as Subscription<Context>['handle'] | undefined;
      return handle && { type: type as EventType, handle };
    },
  };
}

/** Several lists as one. @throws when two of them listen to the same type */
export function joinSubscriptions<Context>(...lists: Subscriptions<Context>[]): Subscriptions<Context> {
  const types = lists.flatMap((list) => list.types);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice) throw new Error(`${twice} is listened to twice: an event is handled once`);
  return {
    topics: [...new Set(types.map(topicOf))],
    types,
    find: (type) => lists.map((list) => list.find(type)).find((it) => it !== undefined),
  };
}
