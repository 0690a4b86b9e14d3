create table cart (
  id uuid primary key,
  shopper_id varchar(255) not null constraint cart_shopper unique,
  version bigint not null default 0
) with (fillfactor = 70);

create table cart_item (
  cart_id uuid not null constraint cart_item_cart references cart on delete cascade,
  product_id uuid not null,
  sku varchar(64) not null,
  name varchar(255) not null,
  unit_price bigint not null check (unit_price >= 0),
  currency char(3) not null,
  image_url varchar(1024) not null,
  quantity integer not null check (quantity between 1 and 999),
  -- The order in which the shopper added them.
  position integer not null,
  primary key (cart_id, product_id)
);
create index cart_item_by_product on cart_item (product_id);

-- Functions, because each of their statements must see what was committed while the one before it waited for the lock.
-- All changes lock the cart before its items.

-- checkouts: [{"orderId", "shopperId", "lines": [{"productId", "quantity"}]}]. Takes the ordered quantities out; what was
-- added since stays. Answers the orders whose shopper has a cart.
create function check_out_carts(checkouts jsonb) returns table (order_id text) language plpgsql as $$
declare
  checkout record;
  of_cart uuid;
begin
  for checkout in select c.* from jsonb_to_recordset(checkouts) as c("orderId" text, "shopperId" text, lines jsonb)
      order by c."shopperId" loop
    select c.id into of_cart from cart c where c.shopper_id = checkout."shopperId" for update;
    continue when not found;
    delete from cart_item i using jsonb_to_recordset(checkout.lines) as l("productId" uuid, quantity integer)
      where i.cart_id = of_cart and i.product_id = l."productId" and i.quantity <= l.quantity;
    update cart_item i set quantity = i.quantity - l.quantity
      from jsonb_to_recordset(checkout.lines) as l("productId" uuid, quantity integer)
      where i.cart_id = of_cart and i.product_id = l."productId" and i.quantity > l.quantity;
    update cart c set version = c.version + 1 where c.id = of_cart;
    return query select checkout."orderId";
  end loop;
end $$;

-- prices: [{"productId", "amount", "currency"}]. A price in another currency is left as it is: a cart has one currency.
create function change_cart_prices(prices jsonb) returns void language plpgsql as $$
begin
  perform 1 from cart c where c.id in (
      select i.cart_id from cart_item i where i.product_id in (select (p ->> 'productId')::uuid from jsonb_array_elements(prices) p))
    order by c.id for update;
  with changed as (
    update cart_item i set unit_price = p.amount
    from jsonb_to_recordset(prices) as p("productId" uuid, amount bigint, currency text)
    where i.product_id = p."productId" and i.currency = p.currency and i.unit_price <> p.amount
    returning i.cart_id
  )
  update cart c set version = c.version + 1 where c.id in (select cart_id from changed);
end $$;
