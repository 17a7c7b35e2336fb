-- p_identified: Unix milliseconds. registered | conflict; with the number of the card and the balance it opens with.
create function register_card(p_user bigint, p_key text, p_digest text, p_identified double precision, out status text, out card bigint, out opened bigint)
language plpgsql as $$
declare stored cards;
begin
  insert into cards (key, account, digest, identified_at) values (p_key, p_user, p_digest, to_timestamp(p_identified / 1000))
    on conflict do nothing returning id into card;
  if card is null then
    select * into stored from cards where key = p_key;
    if (stored.account, stored.digest) <> (p_user, p_digest) then
      status := 'conflict';
      return;
    end if;
    card := stored.id;
  end if;
  status := 'registered';
  select balance into opened from accounts where id = p_user;
end $$;

-- The move of old cards to new tables as it was done once: in one transaction, with the table locked against everybody else.
create function migrate_cards(milliseconds bigint) returns void language plpgsql as $$
begin
  lock table cards in access exclusive mode;
  perform pg_sleep(milliseconds / 1000.0);
end $$;
