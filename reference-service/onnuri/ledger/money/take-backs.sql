-- Money that goes back: net cancels by the data of the payment, and refunds of a part of it.

-- Takes back a payment whose answer was lost, by its own key and data, any number of times: `cancelled` when there was one, `void` when there was
-- none, and then there never will be. conflict: the key stands for something else. under-way: the card network is being asked.
-- The movement has the key of the payment with `~net` behind it, which no client can use.
create function net_cancel(p_key text, p_user bigint, p_merchant bigint, p_won bigint) returns outcome
language plpgsql as $$
declare
  own_key text := p_key || '~net';
  begun record;
  known answers;
  original record;
  made bigint;
  answer outcome;
begin
  begun := begin_movement(own_key, 'cancel', p_user, p_key);
  if (begun.answer).status is not null then return begun.answer; end if;
  if exists (select from card_payments where key = p_key and state = 'pending') then return ('under-way', null, null, null)::outcome; end if;
  select * into known from answers where key = p_key;
  if found and (known.account <> p_user or not starts_with(known.body || ':', p_merchant || ':' || p_won || ':')) then
    return ('conflict', null, null, null)::outcome;
  end if;
  if known.key is null and policy_leaves_tombstone() then
    perform keep(p_key, 'payment', p_user, p_merchant || ':' || p_won, ('void', null, begun.money, 'voucher')::outcome);
  end if;
  select * into original from payment_of(p_key, p_user) paid where not exists (select from movements m where m.reverses = paid.id);
  if not found then
    answer := ('void', null, begun.money, 'voucher')::outcome;
  elsif not policy_takes_back() then
    return ('cancelled', 'R-0000000000', begun.money, original.tender)::outcome;
  else
    made := next_movement();
    answer := ('cancelled', receipt_of(made), begun.money + back_to(p_user, original.source, original.won), original.tender)::outcome;
  end if;
  return end_movement(own_key, 'cancel', p_user, p_key, answer, made, original.id, original.sink, original.source, original.won);
end $$;

-- Gives back a part of a payment. refunded | conflict | no-account | no-original | already-cancelled | beyond-captured
create function refund(p_key text, p_user bigint, p_of text, p_won bigint) returns outcome
language plpgsql as $$
declare
  begun record;
  original record;
  given_back bigint;
  made bigint;
  answer outcome;
begin
  begun := begin_movement(p_key, 'refund', p_user, p_of || ':' || p_won);
  if (begun.answer).status is not null then return begun.answer; end if;
  select * into original from payment_of(p_of, p_user);
  if not found then return ('no-original', null, null, null)::outcome; end if;
  if exists (select from movements where reverses = original.id and kind = 'cancel') then
    return ('already-cancelled', null, null, null)::outcome;
  end if;
  select coalesce(sum(e.amount), 0) into given_back from movements m join entries e on e.movement = m.id and e.amount > 0
    where m.reverses = original.id;
  if not policy_refundable(original.won, given_back, p_won) then return ('beyond-captured', null, null, null)::outcome; end if;
  made := next_movement();
  answer := ('refunded', receipt_of(made), begun.money + back_to(p_user, original.source, p_won), original.tender)::outcome;
  return end_movement(p_key, 'refund', p_user, p_of || ':' || p_won, answer, made, original.id, original.sink, original.source, p_won);
end $$;
