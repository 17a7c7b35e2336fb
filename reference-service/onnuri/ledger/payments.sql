-- One call per request. Every function locks the user's account before anything else and a merchant's account last, so they
-- cannot deadlock; two taps of one user run one after the other, and the second finds the answer of the first.

create type outcome as (status text, receipt text, balance bigint, tender text);

create function receipt_of(movement bigint) returns text language sql immutable as $$ select 'R-' || lpad(movement::text, 10, '0') $$;

-- Moves money from one account to another; the constraint on balances refuses what is not there.
create function move(
  made bigint, kind text, key text, reverses bigint, source bigint, sink bigint, won bigint, tender text default 'voucher'
) returns void
language plpgsql as $$
begin
  insert into movements (id, kind, key, reverses, tender) values (made, move.kind, move.key, move.reverses, move.tender);
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
  -- A tombstone holds whatever else is asked with its key.
  if found and (stored.account <> asked_account
      or (stored.status <> 'void' and (stored.kind, stored.body) <> (asked_kind, asked_body))) then
    return ('conflict', null, null, null)::outcome;
  end if;
  return (stored.status, stored.receipt, stored.balance, stored.tender)::outcome;
end $$;

-- Stores an answer, and the message that tells it. False when another user was faster with the same key: then nothing may be moved.
create function keep(key text, kind text, account bigint, body text, answer outcome) returns boolean
language plpgsql as $$
begin
  insert into answers
    values (keep.key, keep.kind, keep.account, keep.body, answer.status, answer.receipt, answer.balance, coalesce(answer.tender, 'voucher'))
    on conflict do nothing;
  if not found then return false; end if;
  insert into notifications values (keep.key, keep.account, policy_said(answer.status, answer.receipt), answer.receipt);
  return true;
end $$;

-- Locks the account of a user and gives what can be answered at once: `no-account`, or what was answered to the same key before.
-- Its status is null when the request is new; `money` is the balance then.
create function begin_movement(asked_key text, asked_kind text, asked_account bigint, asked_body text, out answer outcome, out money bigint)
language plpgsql as $$
begin
  select balance into money from accounts where id = asked_account and kind = 'user' for no key update;
  if found then answer := answered(asked_key, asked_kind, asked_account, asked_body);
  else answer := ('no-account', null, null, null)::outcome;
  end if;
end $$;

-- Stores the answer and moves the money it speaks of, if any. Another user may have been faster with the same key: then that counts.
create function end_movement(
  asked_key text, asked_kind text, asked_account bigint, asked_body text, answer outcome,
  made bigint, reverses bigint, source bigint, sink bigint, won bigint
) returns outcome
language plpgsql as $$
begin
  if not keep(asked_key, asked_kind, asked_account, asked_body, answer) then
    return answered(asked_key, asked_kind, asked_account, asked_body);
  end if;
  if made is not null then perform move(made, asked_kind, asked_key, reverses, source, sink, won, coalesce(answer.tender, 'voucher')); end if;
  return answer;
end $$;

create function next_movement() returns bigint language sql as $$ select nextval(pg_get_serial_sequence('movements', 'id')) $$;

-- approved | declined | void | conflict | no-account | bill-used. `p_bill` names a dynamic QR; null for a static one.
create function pay(p_key text, p_user bigint, p_merchant bigint, p_won bigint, p_bill text) returns outcome
language plpgsql as $$
declare
  body text := p_merchant || ':' || p_won || coalesce(':' || p_bill, '');
  begun record;
  made bigint;
  answer outcome;
begin
  begun := begin_movement(p_key, 'payment', p_user, body);
  if (begun.answer).status is not null then return begun.answer; end if;
  if begun.money >= p_won then
    if p_bill is not null then
      insert into paid_bills values (p_bill, p_key) on conflict do nothing;
      if not found then return ('bill-used', null, null, null)::outcome; end if;
    end if;
    made := next_movement();
    answer := ('approved', receipt_of(made), begun.money - p_won, 'voucher')::outcome;
  else
    answer := ('declined', null, begun.money, 'voucher')::outcome;
  end if;
  return end_movement(p_key, 'payment', p_user, body, answer, made, null, p_user, p_merchant, p_won);
end $$;

-- The payment that a key of this user stands for, with its two accounts; no row when there is none.
create function payment_of(p_key text, p_user bigint) returns table (id bigint, source bigint, sink bigint, won bigint, tender text)
language sql stable as $$
  select m.id, spent.account, paid.account, paid.amount, m.tender
    from answers a join movements m on m.key = a.key and m.kind = 'payment'
      join entries spent on spent.movement = m.id and spent.amount < 0
      join entries paid on paid.movement = m.id and paid.amount > 0
    where a.key = p_key and a.account = p_user
$$;

-- cancelled | conflict | no-account | no-original | already-cancelled
create function cancel(p_key text, p_user bigint, p_of text) returns outcome
language plpgsql as $$
declare
  begun record;
  made bigint;
  original record;
  answer outcome;
begin
  begun := begin_movement(p_key, 'cancel', p_user, p_of);
  if (begun.answer).status is not null then return begun.answer; end if;
  select * into original from payment_of(p_of, p_user);
  if not found then return ('no-original', null, null, null)::outcome; end if;
  if exists (select from movements where reverses = original.id) then return ('already-cancelled', null, null, null)::outcome; end if;
  made := next_movement();
  answer := ('cancelled', receipt_of(made), begun.money + back_to(p_user, original.source, original.won), original.tender)::outcome;
  return end_movement(p_key, 'cancel', p_user, p_of, answer, made, original.id, original.sink, original.source, original.won);
end $$;

-- What comes back to the balance of a user: nothing of what their card had paid.
create function back_to(p_user bigint, source bigint, won bigint) returns bigint language sql immutable as
  $$ select case when source = p_user then won else 0 end $$;

-- What became of a payment, for a person who did not hear: the answer that was kept, pending, or none.
create function look_up(p_key text, p_user bigint) returns outcome
language plpgsql stable as $$
declare answer outcome;
begin
  select status, receipt, balance, tender into answer from answers where key = p_key and account = p_user and kind = 'payment';
  if found then return answer; end if;
  perform from card_payments where key = p_key and account = p_user;
  return (case when found then 'pending' else 'none' end, null, null, 'voucher')::outcome;
end $$;
