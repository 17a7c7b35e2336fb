-- The books of the card network: somebody else's, kept here because its stand-in has no database of its own.
create table network_charges (
  key text primary key,
  account bigint not null,
  won bigint not null,
  state text not null check (state in ('authorised', 'cancelled', 'void'))
);

-- authorised | refused: it was net-cancelled before.
create function network_authorise(p_key text, p_account bigint, p_won bigint) returns text language plpgsql as $$
declare known text;
begin
  insert into network_charges values (p_key, p_account, p_won, 'authorised') on conflict do nothing;
  select state into known from network_charges where key = p_key;
  return case known when 'authorised' then known else 'refused' end;
end $$;

-- The same data as those of the authorisation; without one it leaves a tombstone.
create function network_cancel(p_key text, p_account bigint, p_won bigint) returns text language plpgsql as $$
declare known text;
begin
  insert into network_charges values (p_key, p_account, p_won, 'void')
    on conflict (key) do update set state = case network_charges.state when 'authorised' then 'cancelled' else network_charges.state end
    returning state into known;
  return known;
end $$;
