-- verified | wrong | blocked | expired | unknown. Counts wrong codes exactly: the row is locked while it is looked at.
create function confirm_code(p_request uuid, p_session uuid, p_code text) returns text
language plpgsql as $$
declare sent codes;
begin
  select * into sent from codes where request = p_request and session = p_session for update;
  if not found then return 'unknown'; end if;
  if sent.wrong >= 5 then return 'blocked'; end if;
  if sent.sent_at < clock_timestamp() - interval '180 seconds' then return 'expired'; end if;
  if sent.code <> p_code then
    update codes set wrong = wrong + 1 where request = p_request;
    return case when sent.wrong + 1 >= 5 then 'blocked' else 'wrong' end;
  end if;
  update sessions set verified_at = clock_timestamp() where id = p_session;
  return 'verified';
end $$;

-- registered | conflict | unverified; with the number of the card and the balance it opens with.
create function register_card(p_session uuid, p_user bigint, p_key text, p_digest text, out status text, out card bigint, out opened bigint)
language plpgsql as $$
declare stored cards;
begin
  -- A verification is good for ten minutes, like the state of a real identity provider.
  if not exists (select from sessions where id = p_session and account = p_user and verified_at > now() - interval '10 minutes') then
    status := 'unverified';
    return;
  end if;
  insert into cards (key, account, digest) values (p_key, p_user, p_digest) on conflict do nothing returning id into card;
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
