-- One call per request. Every function locks the user's account before anything else and a merchant's account last, so they
-- cannot deadlock; two taps of one user run one after the other, and the second finds the answer of the first.

create type outcome as (status text, receipt text, balance bigint);

create function receipt_of(movement bigint) returns text language sql immutable as $$ select 'R-' || lpad(movement::text, 10, '0') $$;

-- Moves money from one account to another; the constraint on balances refuses what is not there.
create function move(made bigint, kind text, key text, reverses bigint, source bigint, sink bigint, won bigint) returns void
language plpgsql as $$
begin
  insert into movements (id, kind, key, reverses) values (made, move.kind, move.key, move.reverses);
  insert into entries values (made, source, -won), (made, sink, won);
  update accounts set balance = balance - won where id = source;
  update accounts set balance = balance + won where id = sink;
end $$;

-- The stored answer to a key. Its status is null when there is none, `conflict` when the key was used for something else.
create function answered(asked_key text, asked_kind text, asked_account bigint, asked_body text) returns outcome
language plpgsql as $$
declare stored answers;
begin
  select * into stored from answers where key = asked_key;
  if found and (stored.kind, stored.account, stored.body) <> (asked_kind, asked_account, asked_body) then
    return ('conflict', null, null)::outcome;
  end if;
  return (stored.status, stored.receipt, stored.balance)::outcome;
end $$;

-- Stores an answer. False when another user was faster with the same key: then nothing may be moved.
create function keep(key text, kind text, account bigint, body text, answer outcome) returns boolean
language plpgsql as $$
begin
  insert into answers values (keep.key, keep.kind, keep.account, keep.body, answer.status, answer.receipt, answer.balance)
    on conflict do nothing;
  return found;
end $$;

-- approved | declined | conflict | no-account
create function pay(p_key text, p_user bigint, p_merchant bigint, p_won bigint) returns outcome
language plpgsql as $$
declare
  body text := p_merchant || ':' || p_won;
  money bigint;
  made bigint;
  answer outcome;
begin
  select balance into money from accounts where id = p_user and kind = 'user' for no key update;
  if not found then return ('no-account', null, null)::outcome; end if;
  answer := answered(p_key, 'payment', p_user, body);
  if answer.status is not null then return answer; end if;
  if money >= p_won then
    made := nextval(pg_get_serial_sequence('movements', 'id'));
    answer := ('approved', receipt_of(made), money - p_won)::outcome;
  else
    answer := ('declined', null, money)::outcome;
  end if;
  if not keep(p_key, 'payment', p_user, body, answer) then return answered(p_key, 'payment', p_user, body); end if;
  if made is not null then perform move(made, 'payment', p_key, null, p_user, p_merchant, p_won); end if;
  return answer;
end $$;

-- cancelled | conflict | no-account | no-original | already-cancelled
create function cancel(p_key text, p_user bigint, p_of text) returns outcome
language plpgsql as $$
declare
  money bigint;
  made bigint;
  original record;
  answer outcome;
begin
  select balance into money from accounts where id = p_user and kind = 'user' for no key update;
  if not found then return ('no-account', null, null)::outcome; end if;
  answer := answered(p_key, 'cancel', p_user, p_of);
  if answer.status is not null then return answer; end if;
  select m.id, paid.amount as won, paid.account as merchant into original
    from movements m join entries spent on spent.movement = m.id and spent.account = p_user
      join entries paid on paid.movement = m.id and paid.account <> p_user
    where m.key = p_of and m.kind = 'payment';
  if not found then return ('no-original', null, null)::outcome; end if;
  if exists (select from movements where reverses = original.id) then return ('already-cancelled', null, null)::outcome; end if;
  made := nextval(pg_get_serial_sequence('movements', 'id'));
  answer := ('cancelled', receipt_of(made), money + original.won)::outcome;
  if not keep(p_key, 'cancel', p_user, p_of, answer) then return answered(p_key, 'cancel', p_user, p_of); end if;
  perform move(made, 'cancel', p_key, original.id, original.merchant, p_user, original.won);
  return answer;
end $$;
