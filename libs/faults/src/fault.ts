import { AppError } from '@tradewind/kernel';
import { catalogue, type FaultKindName } from './catalogue.ts';
import type { FaultAmount, FaultKind } from './fault-kind.ts';

/** A switch that makes a process misbehave on purpose, as operators see it. */
export interface Fault {
  /** Such as `payment-slow`. */
  name: string;
  kind: FaultKindName;
  scope: FaultKind['scope'];
  group: FaultKind['group'];
  title: string;
  expect: string;
  after: string;
  pattern: string;
  /** A path of the control room. */
  see: string;
  /** Null, like the four that follow: it has no amount. */
  unit: string | null;
  defaultValue: number | null;
  minimum: number | null;
  maximum: number | null;
  value: number | null;
  enabled: boolean;
  /** RFC 3339; null while it is off. It switches itself off then. */
  expiresAt: string | null;
  /** Why it cannot be thrown here; null when it can. */
  notApplicable: string | null;
}

export interface FaultChange {
  enabled: boolean;
  /** Null: the default. */
  value?: number | null;
  /** After so many seconds it switches itself off. Default 300; see `LASTS`. */
  lastsSeconds?: number | null;
}

/** How long a switch may stay on, in seconds. */
export const LASTS = { default: 300, minimum: 1, maximum: 3_600 } as const;

export function nameOf(kind: FaultKindName, service: string): string {
  return catalogue[kind].scope === 'system' ? kind : `${service}-${kind}`;
}

/** What does not change about a switch. */
export function describe(kind: FaultKindName, service: string) {
  const { services, amount, scope, group, title, ...general }: FaultKind = catalogue[kind];
  const { expect, after, pattern, see } = { ...general, ...services?.[service] };
  return {
    ...{ name: nameOf(kind, service), kind, scope, group },
    title: title.replace('{service}', service),
    ...{ expect, after, pattern, see },
    unit: amount?.unit ?? null,
    defaultValue: amount?.default ?? null,
    minimum: amount?.minimum ?? null,
    maximum: amount?.maximum ?? null,
  };
}

/** @throws AppError FAULT.VALUE_OUT_OF_RANGE with the field */
export function checkedValue(amount: FaultAmount | null, value: number | null | undefined): number {
  if (value === null || value === undefined) return amount?.default ?? 0;
  if (!amount) throw outOfRange('value', 'this fault is on or off: leave the value out');
  const { minimum, maximum, unit } = amount;
  return checkedNumber('value', value, minimum, maximum, unit);
}

/** @throws AppError FAULT.VALUE_OUT_OF_RANGE with the field */
export function checkedSeconds(seconds: number | null | undefined): number {
  return checkedNumber('lastsSeconds', seconds ?? LASTS.default, LASTS.minimum, LASTS.maximum, 's');
}

function checkedNumber(field: string, value: number, minimum: number, maximum: number, unit: string): number {
  if (Number.isFinite(value) && value >= minimum && value <= maximum) return value;
  throw outOfRange(field, `must be a number from ${minimum} to ${maximum} ${unit}`);
}

function outOfRange(field: string, message: string): AppError {
  return new AppError('invalid', 'FAULT.VALUE_OUT_OF_RANGE', `${field}: ${message}`, {
    details: { errors: [{ field, message }] },
  });
}
