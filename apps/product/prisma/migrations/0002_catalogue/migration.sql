-- For search that forgives typing errors. Both come with PostgreSQL and are trusted: the database's owner may create them.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create table category (
  id varchar(64) primary key,
  name varchar(255) not null,
  description text not null,
  -- The order in which the shop shows them.
  position integer not null
);

-- array_to_string is not immutable, because it serves arrays of anything; of text it is.
create function join_words(words text[]) returns text language sql immutable parallel safe as $$
  select array_to_string(words, ' ')
$$;

create table product (
  id uuid primary key,
  sku varchar(64) not null constraint product_sku unique,
  name varchar(255) not null,
  description text not null,
  category varchar(64) not null constraint product_category references category,
  price bigint not null check (price >= 0),
  currency char(3) not null,
  image_url varchar(1024) not null,
  image_alt text not null,
  tags text[] not null,
  attributes jsonb not null,
  available integer not null default 0,
  -- What a shopper sees of it.
  availability varchar(8) not null generated always as (
    case when available <= 0 then 'out' when available <= 5 then 'low' else 'in-stock' end) stored,
  version bigint not null default 1,
  -- The order of their creation.
  position bigint not null generated always as identity,
  search tsvector not null generated always as (
    setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', join_words(tags)), 'B')
      || setweight(to_tsvector('english', description), 'C')) stored
) with (fillfactor = 80);

create index product_search on product using gin (search);
-- Facets are counted from this index alone.
create index product_facets on product (category, availability, price);
create index product_by_price on product (price, id);
create index product_by_name on product (name, id);
create index product_by_position on product (position);

-- The last level heard of each product. It is also the lock between "a level arrives" and "the product is created", in
-- whichever order they come: no level is lost.
create table stock_level (
  product_id uuid primary key,
  available integer not null default 0,
  -- The inventory's version of the level, 0 when none was heard yet.
  version bigint not null default 0
);

-- Every word of a name or a tag: what a mistyped word may have meant.
create table search_word (
  word varchar(64) primary key
);
create index search_word_trigrams on search_word using gin (word gin_trgm_ops);
create index search_word_prefix on search_word (word varchar_pattern_ops);
