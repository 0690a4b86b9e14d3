-- What this service needs to know of each product, copied from product-upserted and price-changed.
create table product_copy (
  id uuid primary key,
  category varchar(64) not null,
  price bigint not null,
  tags text[] not null,
  version bigint not null
);
create index product_copy_by_price on product_copy (category, price, id);

-- How many orders had both. Every pair stands here in both directions: one index answers either.
create table co_purchase (
  product_id uuid not null,
  other_id uuid not null,
  times bigint not null,
  primary key (product_id, other_id)
) with (fillfactor = 80);
create index co_purchase_most on co_purchase (product_id, times desc, other_id);
