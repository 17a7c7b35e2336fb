-- Added after seeding: building an index once is faster than growing it row by row.
alter table movements add primary key (id);
alter table movements add constraint one_movement_per_key unique (key);
create unique index one_cancel_per_payment on movements (reverses) where kind = 'cancel';
create index on movements (reverses) where kind = 'refund';
alter table movements add foreign key (reverses) references movements (id);
alter table entries add primary key (movement, account);
alter table entries add foreign key (movement) references movements (id);
alter table entries add foreign key (account) references accounts (id);
analyze accounts, movements, entries;
