-- A payment by a linked card draws on the voucher balance first. Where that does not suffice the card itself may pay, if its owner agreed;
-- a balance that cannot be read never comes here.

create function card_body(p_merchant bigint, p_won bigint, p_agreed boolean) returns text language sql immutable as
  $$ select p_merchant || ':' || p_won || case when p_agreed then ':card-agreed' else ':card' end $$;

-- approved (by the balance) | declined | void | conflict | no-account | authorise (the network is to be asked) | under-way
create function pay_by_card(p_key text, p_user bigint, p_merchant bigint, p_won bigint, p_agreed boolean) returns outcome
language plpgsql as $$
declare
  body text := card_body(p_merchant, p_won, p_agreed);
  begun record;
  made bigint;
  answer outcome;
begin
  begun := begin_movement(p_key, 'payment', p_user, body);
  -- A repeated request is answered as at first, also when it is known by now that the network did not make the payment.
  if (begun.answer).status = 'void' and exists (select from card_payments where key = p_key) then
    return ('under-way', null, null, 'card')::outcome;
  end if;
  if (begun.answer).status is not null then return begun.answer; end if;
  if begun.money >= p_won then
    made := next_movement();
    answer := ('approved', receipt_of(made), begun.money - p_won, 'voucher')::outcome;
  elsif policy_falls_through(p_agreed) then
    return await_network(p_key, p_user, p_merchant, p_won);
  else
    answer := ('declined', null, begun.money, 'voucher')::outcome;
  end if;
  return end_movement(p_key, 'payment', p_user, body, answer, made, null, p_user, p_merchant, p_won);
end $$;

-- Notes that the network is about to be asked, so that a payment whose answer is lost can be followed up. authorise | under-way
create function await_network(p_key text, p_user bigint, p_merchant bigint, p_won bigint) returns outcome
language plpgsql as $$
begin
  insert into card_payments (key, account, merchant, won) values (p_key, p_user, p_merchant, p_won) on conflict do nothing;
  return (case when found then 'authorise' else 'under-way' end, null, null, 'card')::outcome;
end $$;

-- Books what the network said of a payment: `approved`, `declined`, or `void` when it was net-cancelled there. What was said first counts.
create function end_card_payment(p_key text, p_said text, p_agreed boolean) returns outcome
language plpgsql as $$
declare
  waiting card_payments;
  money bigint;
  made bigint;
  answer outcome;
begin
  select * into waiting from card_payments where key = p_key;
  select balance into money from accounts where id = waiting.account for no key update;
  select * into waiting from card_payments where key = p_key;
  if waiting.state = 'pending' then
    update card_payments set state = p_said, ended_at = clock_timestamp() where key = p_key;
    if p_said = 'approved' then made := next_movement(); end if;
    answer := (p_said, receipt_of(made), money, 'card')::outcome;
    return end_movement(p_key, 'payment', waiting.account, card_body(waiting.merchant, waiting.won, p_agreed), answer, made, null,
      2000000000, waiting.merchant, waiting.won);
  end if;
  select status, receipt, balance, tender into answer from answers where key = p_key;
  return answer;
end $$;
