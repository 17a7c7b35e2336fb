-- The books of one run: who proved who they are, who failed how often, and who is blocked. Moments are Unix milliseconds.

create table identities (
  person bigint primary key,
  -- Failures that count towards a block, of all time, and the kinds of those since the last success or block.
  strikes int not null default 0,
  kinds text[] not null default '{}'
);

create table blocks (
  id bigint generated always as identity primary key,
  person bigint not null,
  reason text not null,
  blocked_at double precision not null,
  -- null: only the desk may release.
  due_at double precision,
  released_at double precision,
  released_by text
);
create unique index one_block_per_person on blocks (person) where released_at is null;
create index on blocks (due_at) where released_at is null;

-- People at the desk, with the block that they ask about.
create table cases (
  block bigint primary key,
  asked_at double precision not null
);

-- Text messages and calls: null where the message was lost on its way.
create table sends (
  attempt text not null,
  person bigint not null,
  code text not null,
  sent_at double precision not null,
  arrives_at double precision
);

create table verifications (
  attempt text not null,
  person bigint not null,
  method text not null,
  -- What the person confirmed with: a code, or their word in the PASS app or at the card company.
  code text,
  approved boolean not null,
  received_at double precision not null,
  verified_at double precision not null,
  ci text not null,
  account bigint not null,
  session uuid not null
);

-- Every attempt and what became of it: where, why, and whose fault it was.
create table log (
  attempt text not null,
  person bigint not null,
  at double precision not null,
  method text not null,
  carrier text not null,
  step text not null,
  outcome text not null,
  cause text,
  owner text
);

create function now_ms() returns double precision language sql volatile as $$ select extract(epoch from clock_timestamp()) * 1000 $$;

-- Locks the row of a person, and gives the block that is in force.
create function locked(p_person bigint) returns blocks language plpgsql as $$
declare block blocks;
begin
  insert into identities (person) values (p_person) on conflict do nothing;
  perform from identities where person = p_person for update;
  select * into block from blocks where person = p_person and released_at is null;
  return block;
end $$;

create function add_block(p_person bigint, p_kinds text[], p_terms jsonb) returns void language plpgsql as $$
declare reason text; blocked double precision := now_ms();
begin
  reason := case when (select count(distinct kind) from unnest(p_kinds) kind) = 1 then p_kinds[1] else 'other' end;
  insert into blocks (person, reason, blocked_at, due_at) values (p_person, reason, blocked, blocked + (p_terms ->> reason)::double precision)
    on conflict do nothing;
  update identities set kinds = '{}' where person = p_person;
end $$;

-- counted | blocked: one more failure, and a block at the last that is allowed. p_terms: milliseconds of a block by reason, or null.
create function strike(p_person bigint, p_kind text, p_most int, p_terms jsonb) returns text language plpgsql as $$
declare block blocks := locked(p_person); failed text[];
begin
  if block.id is not null then return 'blocked'; end if;
  update identities set strikes = strikes + 1, kinds = kinds || p_kind where person = p_person returning kinds into failed;
  if cardinality(failed) >= p_most then perform add_block(p_person, failed, p_terms); end if;
  return 'counted';
end $$;

-- What a service does that counts by itself: writes the failures that it has read and added to. Locks nothing, which is the mistake.
create function set_failures(p_person bigint, p_strikes int, p_kinds text[], p_most int, p_terms jsonb) returns void language plpgsql as $$
begin
  insert into identities values (p_person, p_strikes, p_kinds)
    on conflict (person) do update set strikes = excluded.strikes, kinds = excluded.kinds;
  if cardinality(p_kinds) >= p_most then perform add_block(p_person, p_kinds, p_terms); end if;
end $$;

-- verified | blocked. A success wipes the failures out.
create function verify(p_attempt text, p_person bigint, p_method text, p_code text, p_approved boolean, p_received double precision,
  p_ci text, p_session uuid) returns text
language plpgsql as $$
declare block blocks := locked(p_person);
begin
  if block.id is not null then return 'blocked'; end if;
  update identities set kinds = '{}' where person = p_person;
  insert into verifications values (p_attempt, p_person, p_method, p_code, p_approved, p_received, now_ms(), p_ci, p_person, p_session);
  return 'verified';
end $$;
