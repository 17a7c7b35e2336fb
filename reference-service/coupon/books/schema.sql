-- The books of one day: who applied for the coupon, and who bought a voucher while there were any.

create table applications (
  id bigint generated always as identity primary key,
  key text not null unique,
  person bigint not null unique,
  -- When the request was there: this decides whether it was before the maintenance of the night.
  received_at timestamptz not null
);

-- One row. No constraint keeps what is left above zero: a service that sells more than there is must be found by its audit.
create table stock (total bigint not null, left_over bigint not null);

create table purchases (
  id bigint generated always as identity primary key,
  key text not null unique,
  person bigint not null unique
);

-- Applications that were refused because they came after the close.
create table refusals (key text not null, received_at timestamptz not null);

create unlogged table sessions (id uuid primary key, account bigint not null, lane text, ticket bigint);

-- When the maintenance of the night begins; one row, written when the first visitor comes.
create table closing (closes_at timestamptz not null);

create function receipt_of(letter text, id bigint) returns text language sql immutable as $$ select letter || '-' || lpad(id::text, 10, '0') $$;

-- accepted | duplicate: the person applied with another key.
create function apply(p_key text, p_person bigint, p_received double precision, out status text, out receipt text) language plpgsql as $$
declare stored applications;
begin
  insert into applications (key, person, received_at) values (p_key, p_person, to_timestamp(p_received / 1000)) on conflict do nothing;
  select * into stored from applications where key = p_key and person = p_person;
  status := case when found then 'accepted' else 'duplicate' end;
  receipt := receipt_of('A', stored.id);
end $$;

-- bought | duplicate | sold-out. The stock is taken in the statement that looks at it; `p_keeps` are held back, and with `p_late` it looks first.
create function buy(p_key text, p_person bigint, p_keeps bigint, p_late boolean, out status text, out receipt text) language plpgsql as $$
declare stored purchases;
begin
  -- Two taps of one person run one after the other.
  perform pg_advisory_xact_lock(p_person);
  select * into stored from purchases where person = p_person;
  if found then
    status := case when stored.key = p_key then 'bought' else 'duplicate' end;
    receipt := receipt_of('P', stored.id);
    return;
  end if;
  if p_late then
    perform from stock where left_over > p_keeps;
    if found then
      perform pg_sleep(0.3);
      update stock set left_over = left_over - 1;
    end if;
  else
    update stock set left_over = left_over - 1 where left_over > p_keeps;
  end if;
  if not found then
    status := 'sold-out';
    return;
  end if;
  insert into purchases (key, person) values (p_key, p_person) returning * into stored;
  status := 'bought';
  receipt := receipt_of('P', stored.id);
end $$;
