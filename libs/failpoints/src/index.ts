export {
  betweenFailpoints,
  createFailpoints,
  failpoints,
  type ArmedFailpoint,
  type Disturbance,
  type Failpoint,
  type FailpointAction,
  type FailpointRegistry,
} from './failpoint.ts';
export { disturbOrder } from './disturb-order.ts';
