-- Reconciliation asks of each order whether a key names it; that no two do is kept here.
create unique index idempotency_of_order on idempotency (order_id);
