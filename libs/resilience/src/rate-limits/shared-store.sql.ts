import type { RateLimitAlgorithm } from './rule.ts';

/**
 * For a migration, or for a start: several processes may run it at once. Unlogged: after a crash of the database the limits begin anew, and counting costs no write to its log.
 * Half-empty pages let a row be updated in place.
 */
export const RATE_LIMIT_TABLE = `create unlogged table if not exists rate_limits (
  name text not null,
  key text not null,
  at float8 not null,
  level float8 not null,
  before float8 not null,
  allowed boolean not null,
  used_at float8 not null,
  primary key (name, key)
) with (fillfactor = 50)`;

// The same arithmetic as in token-bucket.ts and its neighbours; test/shared-rate-limits.int.spec.ts compares them call by call.
// $1 name, $2 key, $3 cost, $4 limit, $5 window, $6 burst, $7 the time or null.
const WINDOW_START = `floor(now / $5::float8) * $5::float8`;

interface Arithmetic {
  /** A key that has not been seen: at, level, before. */
  fresh: string;
  /** At a later time, before anything is counted: at, level, before; from `old` and `now`. */
  advanced: string;
  /** From `was` (advanced) and `now`. */
  fits: string;
  /** The level after a call was counted, from `was`. */
  charged: string;
}

const ARITHMETIC: Record<RateLimitAlgorithm, Arithmetic> = {
  'token-bucket': {
    fresh: `now as at, $6::float8 as level, 0::float8 as before`,
    advanced: `now as at, least($6::float8, old.level + (now - old.at) * $4::float8 / $5::float8) as level, 0::float8 as before`,
    fits: `was.level + 1e-6 >= $3::float8`,
    charged: `greatest(0, was.level - $3::float8)`,
  },
  'leaky-bucket': {
    fresh: `now as at, 0::float8 as level, 0::float8 as before`,
    advanced: `now as at,
      greatest(0, old.level - (now - old.at) * $4::float8 / $5::float8) as level, 0::float8 as before`,
    fits: `was.level <= $6::float8 + 1e-6`,
    charged: `was.level + $3::float8`,
  },
  'fixed-window': {
    fresh: `${WINDOW_START} as at, 0::float8 as level, 0::float8 as before`,
    advanced: `greatest(old.at, ${WINDOW_START}) as at,
      case when ${WINDOW_START} > old.at then 0 else old.level end as level, 0::float8 as before`,
    fits: `was.level + $3::float8 <= $4::float8`,
    charged: `was.level + $3::float8`,
  },
  'sliding-window': {
    fresh: `${WINDOW_START} as at, 0::float8 as level, 0::float8 as before`,
    advanced: `greatest(old.at, ${WINDOW_START}) as at,
      case when ${WINDOW_START} > old.at then 0 else old.level end as level,
      case when ${WINDOW_START} <= old.at then old.before
           when ${WINDOW_START} - old.at = $5::float8 then old.level else 0 end as before`,
    fits: `was.before * (1 - (now - was.at) / $5::float8) + was.level + $3::float8 <= $4::float8 + 1e-6`,
    charged: `was.level + $3::float8`,
  },
};

// Every parameter is named once in `clock`, whether or not the algorithm uses it: PostgreSQL wants the type of all.
/** A refused call changes nothing but the time. `used_at` carries the time that was judged by, back to the caller. */
function statement({ fresh, advanced, fits, charged }: Arithmetic): string {
  const judged = (source: string): string => `
    select was.at, case when it.fits then ${charged} else was.level end as level, was.before, it.fits, now
    from ${source} was, lateral (select ${fits} as fits) it`;
  return `
insert into rate_limits as old (name, key, at, level, before, allowed, used_at)
select $1, $2, judged.at, judged.level, judged.before, judged.fits, judged.now
from (
    select coalesce($7::float8, extract(epoch from clock_timestamp())::float8 * 1000) as now,
      $4::float8 as "limit", $5::float8 as "window", $6::float8 as burst
  ) clock,
  lateral (${judged(`(select ${fresh})`)}) judged
on conflict (name, key) do update set (at, level, before, allowed, used_at) = (
  select judged.at, judged.level, judged.before, judged.fits, judged.now
  from (select greatest(excluded.used_at, old.used_at) as now) clock,
    lateral (${judged(`(select ${advanced})`)}) judged)
returning at, level, before, allowed, used_at as now`;
}

export const STATEMENTS = Object.fromEntries(
  Object.entries(ARITHMETIC).map(([algorithm, arithmetic]) => [algorithm, statement(arithmetic)]),
) as Record<RateLimitAlgorithm, string>;
