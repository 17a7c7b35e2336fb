-- Who gets in: logins, codes and tokens. `p_bug` names a mistake to be made on purpose.

-- opened | unknown-user | not-a-customer | locked | wrong-pin
create function log_in(p_id uuid, p_customer bigint, p_pin text, p_device text, p_channel text, p_version int, p_proved boolean, p_bug text)
returns text language plpgsql as $$
declare
  c customers;
  shards constant int := 10;
begin
  select * into c from customers where number = p_customer for update;
  if c.number is null or c.pin is null then return 'unknown-user'; end if;
  if not c.member and p_bug is distinct from 'deregistered-accepted' then return 'not-a-customer'; end if;
  if c.pin_strikes >= 5 then return 'locked'; end if;
  if c.pin <> p_pin then
    update customers set pin_strikes = pin_strikes + 1 where number = p_customer;
    return 'wrong-pin';
  end if;
  update customers set pin_strikes = 0 where number = p_customer and pin_strikes > 0;
  update sessions set ended_by = p_id where ended_by is null
    and (customer = p_customer or p_bug = 'spurious-logout' and customer % shards = p_customer % shards);
  insert into sessions (id, customer, device, channel, version, proved)
    values (p_id, p_customer, p_device, p_channel, p_version, p_proved);
  return 'opened';
end $$;

-- accepted | wrong-code | used-code | locked. `p_counter`: the counter whose code was sent; null when it is none of the window.
-- The row of the customer is locked from reading the strikes to writing them, so that codes that come at once are judged one by one.
create function redeem(p_customer bigint, p_serial bigint, p_counter bigint, p_bug text, out outcome text, out approval uuid)
language plpgsql as $$
declare
  strikes int;
  t tokens;
begin
  if p_bug = 'strike-race' then
    select otp_strikes into strikes from customers where number = p_customer;
    perform pg_sleep(0.03);
  else
    select otp_strikes into strikes from customers where number = p_customer for update;
  end if;
  if strikes >= 10 then
    outcome := 'locked';
    return;
  end if;
  select * into t from tokens where serial = p_serial and customer = p_customer for update;
  outcome := case
    when t.serial is null or not t.active or p_counter is null then 'wrong-code'
    when p_counter <= t.last_counter and p_bug is distinct from 'replay-otp' then 'used-code'
    else 'accepted' end;
  insert into tries (customer, serial, counter, token_active, outcome)
    values (p_customer, p_serial, p_counter, coalesce(t.active, false), outcome);
  if outcome = 'wrong-code' then update customers set otp_strikes = strikes + 1 where number = p_customer; end if;
  if outcome <> 'accepted' then return; end if;
  update customers set otp_strikes = 0 where number = p_customer and otp_strikes > 0;
  update tokens set last_counter = greatest(last_counter, p_counter) where serial = p_serial;
  insert into approvals (customer) values (p_customer) returning id into approval;
end $$;

-- The serial number of a new token; null when there is an active one and it is not to be replaced.
create function issue_token(p_customer bigint, p_replace boolean, p_bug text) returns bigint language plpgsql as $$
declare made bigint;
begin
  perform from customers where number = p_customer for update;
  if p_replace and p_bug is distinct from 'second-token' then
    update tokens set active = false where customer = p_customer and active;
  elsif p_bug is distinct from 'second-token' and exists (select from tokens where customer = p_customer and active) then
    return null;
  end if;
  insert into tokens (customer) values (p_customer) returning serial into made;
  return made;
end $$;

create function open_account(p_pin text) returns bigint language sql as $$
  insert into customers (number, pin, opening, balance) values (nextval('customer_numbers'), p_pin, 0, 0) returning number
$$;

-- stopped | no-approval | unknown-token
create function deregister(p_customer bigint, p_session uuid, p_serial bigint, p_approval uuid) returns text language plpgsql as $$
begin
  perform from customers where number = p_customer for update;
  if not exists (select from tokens where serial = p_serial and customer = p_customer and active) then return 'unknown-token'; end if;
  update approvals set used_for = 'deregistration' where id = p_approval and customer = p_customer and used_for is null;
  if not found then return 'no-approval'; end if;
  update tokens set active = false where customer = p_customer and active;
  update customers set member = false where number = p_customer;
  update sessions set ended_by = p_session where customer = p_customer and ended_by is null;
  return 'stopped';
end $$;
