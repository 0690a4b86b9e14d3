import {
  Activity,
  DatabaseZap,
  FileClock,
  Gauge,
  Inbox,
  MailWarning,
  Scale,
  ScrollText,
  Server,
  ShieldHalf,
  ToggleRight,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';

export interface Place {
  path: string;
  name: string;
  icon: LucideIcon;
  /** Where `g` and another key lead. */
  keys?: string;
}

/** Everything in the control room, in the order of the side band. */
export const places: Place[] = [
  { path: '/ops', name: 'Overview', icon: Gauge, keys: 'g h' },
  { path: '/ops/sagas', name: 'Sagas', icon: Activity, keys: 'g s' },
  { path: '/ops/events', name: 'Events', icon: FileClock, keys: 'g e' },
  { path: '/ops/dead-letters', name: 'Dead letters', icon: MailWarning, keys: 'g d' },
  { path: '/ops/faults', name: 'Faults', icon: ToggleRight, keys: 'g f' },
  { path: '/ops/resilience', name: 'Resilience', icon: ShieldHalf },
  { path: '/ops/reconciliation', name: 'Reconciliation', icon: Scale },
  { path: '/ops/read-models', name: 'Read models', icon: DatabaseZap },
  { path: '/ops/mailbox', name: 'Mailbox', icon: Inbox },
  { path: '/ops/services', name: 'Services', icon: Server },
  { path: '/ops/service-map', name: 'Service map', icon: Waypoints, keys: 'g m' },
  { path: '/ops/logs', name: 'Logs', icon: ScrollText, keys: 'g l' },
];
