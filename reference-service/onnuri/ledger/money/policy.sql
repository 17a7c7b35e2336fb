-- Decisions of the service, each a function of its own: a mistake to be started with replaces one of them (bug-sql.ts).

-- Whether an ordinary card pays when the balance does not suffice: only when its owner agreed to that.
create function policy_falls_through(agreed boolean) returns boolean language sql immutable as 'select agreed';

-- Whether a net cancel that finds no payment keeps one from being approved later.
create function policy_leaves_tombstone() returns boolean language sql immutable as 'select true';

-- Whether a net cancel moves the money back that it says it does.
create function policy_takes_back() returns boolean language sql immutable as 'select true';

-- Whether so much may be given back of a payment.
create function policy_refundable(captured bigint, given_back bigint, won bigint) returns boolean language sql immutable as
  'select given_back + won <= captured';

-- What the message to a person says of an answer.
create function policy_said(status text, receipt text) returns text language sql immutable as 'select status';

-- Which merchants with a balance are paid out.
create function policy_settles(merchant bigint) returns boolean language sql immutable as 'select true';
