-- booked | repeated | key-reused | no-approval | declined | unknown-account; the receipt is that of the transfer which counts.
create function transfer(p_key text, p_sender bigint, p_receiver bigint, p_amount bigint, p_approval uuid, p_bug text,
  out status text, out receipt text)
language plpgsql as $$
declare
  a approvals;
  known transfers;
  twice constant boolean := p_bug is not distinct from 'double-transfer';
begin
  -- The second of two requests that come at once waits here for the first.
  select * into a from approvals where id = p_approval and customer = p_sender for update;
  select * into known from transfers where key = p_key order by id limit 1;
  if known.id is not null and not twice then
    status := case when (known.sender, known.receiver, known.amount) = (p_sender, p_receiver, p_amount) then 'repeated' else 'key-reused' end;
    receipt := receipt_of(known.id);
    return;
  end if;
  if a.id is null or a.used_for <> p_key then
    status := 'no-approval';
    return;
  end if;
  -- Always in the same order, so that two transfers cannot wait for each other.
  perform from customers where number in (p_sender, p_receiver) order by number for update;
  status := case
    when not exists (select from customers where number = p_receiver and number <> p_sender) then 'unknown-account'
    when (select balance from customers where number = p_sender) < p_amount then 'declined'
    else 'booked' end;
  if status <> 'booked' then return; end if;
  insert into transfers (key, sender, receiver, amount, approval) values (p_key, p_sender, p_receiver, p_amount, p_approval)
    returning receipt_of(id) into receipt;
  update approvals set used_for = p_key where id = p_approval;
  update customers set balance = balance - p_amount where number = p_sender;
  if p_bug is distinct from 'lost-credit' or p_sender % 20 > 0 then
    update customers set balance = balance + p_amount where number = p_receiver;
  end if;
end $$;
