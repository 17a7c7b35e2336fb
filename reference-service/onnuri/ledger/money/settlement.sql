-- Pays out what merchants took, one movement each. Running a batch once more, as after a restore, pays nothing twice; gives how many were paid.
create function settle(batch text) returns bigint language sql as $$
  with due as (
    select id, balance from accounts a where kind = 'merchant' and balance > 0 and policy_settles(id)
      and not exists (select from movements where key = 'settle~' || batch || '~' || a.id)),
  made as (
    insert into movements (kind, key) select 'settlement', 'settle~' || batch || '~' || id from due returning id, key),
  paid as (
    select m.id as movement, d.id as merchant, d.balance from made m join due d on m.key = 'settle~' || batch || '~' || d.id),
  booked as (
    insert into entries select movement, account, amount
      from paid, lateral (values (merchant, -balance), (2000000001, balance)) leg (account, amount) returning movement),
  merchants as (update accounts a set balance = a.balance - p.balance from paid p where a.id = p.merchant returning a.id),
  bank as (update accounts set balance = balance + (select coalesce(sum(balance), 0) from paid) where id = 2000000001 returning id)
  select count(*) from paid, (select count(*) from booked) a, (select count(*) from merchants) b, (select count(*) from bank) c
$$;
