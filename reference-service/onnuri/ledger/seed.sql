-- $1 users, $2 merchants. Opening balance of user n: 30,000 to 500,000 won, the same every time.

create function opening_balance(n bigint) returns bigint language sql immutable as 'select 30000 + (n * 7919 % 48) * 10000';

create function seed(users bigint, merchants bigint) returns void language sql as $$
  insert into accounts select n, 'user', opening_balance(n) from generate_series(1, users) n;
  insert into accounts select 1000000000 + n, 'merchant', 0 from generate_series(1, merchants) n;
  insert into accounts values (2000000000, 'network', 0), (2000000001, 'bank', 0);
  insert into accounts select 0, 'float', -coalesce(sum(balance), 0) from accounts;
  insert into movements (kind) select 'opening' from generate_series(1, users) n;
  insert into entries
    select n, account, case account when 0 then -opening_balance(n) else opening_balance(n) end
    from generate_series(1, users) n, lateral (values (0), (n)) leg (account);
$$;
