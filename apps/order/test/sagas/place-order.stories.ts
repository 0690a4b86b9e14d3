import type { OrderStories } from './order-stories.ts';
import { operators, turningBack } from './place-order.back.ts';
import { forward, refusals } from './place-order.forward.ts';
import { trying } from './place-order.trying.ts';

export const placeOrderStories: OrderStories = {
  ...forward,
  ...trying,
  ...refusals,
  ...turningBack,
  ...operators,
};
