/** Records of a partition that are fetched at once, at most. */
export const BATCH = 200;
/** Bytes of a partition that are fetched at once; one record more than that fits, whatever its size. */
const BATCH_BYTES = 2_000_000;

export const CLAIM = `select topic, partition, next_offset, generation from claim_partitions($1, $2, $3, $4 * interval '1 ms')`;

// A small value is stored as it is, so its size there is its size; a large one may be compressed to next to nothing.
const SIZE = `case when pg_column_size(payload) < 1900 then pg_column_size(payload) else octet_length(payload::text) end`;

export const FETCH = `select e.* from unnest($1::text[], $2::int[], $3::bigint[]) as a(topic, partition, next),
  lateral (select * from (
    select topic, partition, log_offset, id, key, type, occurred_at, traceparent, payload,
      sum(size) over (order by log_offset) - size as before, max(log_offset) over () as last
    from (select *, ${SIZE} as size from event
      where topic = a.topic and partition = a.partition and log_offset >= a.next order by log_offset limit ${BATCH}) b
    ) c where before < ${BATCH_BYTES} order by log_offset) e`;

export const COMMIT = `update group_partition g set next_offset = c.next
  from unnest($3::text[], $4::int[], $5::bigint[], $6::bigint[]) as c(topic, partition, next, generation)
  where g.group_name = $1 and g.owner = $2 and g.topic = c.topic and g.partition = c.partition and g.generation = c.generation`;

export const LEAVE = `with gone as (delete from group_member where group_name = $1 and member = $2)
  update group_partition set owner = null, lease_until = '-infinity' where group_name = $1 and owner = $2`;
