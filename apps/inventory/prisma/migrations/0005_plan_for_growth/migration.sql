-- Few rows by their keys, always: a plan that was made while the tables were small would join by reading a whole index, for good.
alter function lock_stock(jsonb) set enable_hashjoin = off;
alter function lock_stock(jsonb) set enable_mergejoin = off;
alter function reserve_stock(jsonb) set enable_hashjoin = off;
alter function reserve_stock(jsonb) set enable_mergejoin = off;
alter function release_stock(jsonb) set enable_hashjoin = off;
alter function release_stock(jsonb) set enable_mergejoin = off;
alter function commit_stock(jsonb) set enable_hashjoin = off;
alter function commit_stock(jsonb) set enable_mergejoin = off;
