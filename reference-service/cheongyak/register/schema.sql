-- The register of one run: who applied for which complex, with what they signed.

create table applications (
  id bigint generated always as identity primary key,
  key text not null unique,
  person bigint not null,
  complex bigint not null,
  -- Good for one application.
  nonce text not null unique,
  -- The form as the service holds it, and the signed message as it came.
  form bytea not null,
  message bytea not null,
  -- When the last byte of the request was there: this decides whether it was in time.
  received_at timestamptz not null,
  stored_at timestamptz not null default now(),
  constraint one_application_per_person unique (person, complex)
);

-- Every attempt to submit, with what became of it and whose fault it was.
create table attempts (
  key text not null,
  person bigint not null,
  received_at timestamptz not null,
  outcome text not null,
  owner text
);

create unlogged table sessions (
  id uuid primary key,
  account bigint not null,
  lane text,
  ticket bigint,
  method text not null,
  opened_at timestamptz not null default now()
);

-- The moment after which nothing is accepted; one row, written by the app when its first visitor comes.
create table closing (closes_at timestamptz not null);

create function receipt_of(id bigint) returns text language sql immutable as $$ select 'A-' || lpad(id::text, 10, '0') $$;

-- stored | repeated | key-reused | nonce-reused | duplicate; the receipt is that of the application which counts.
create function submit(p_key text, p_person bigint, p_complex bigint, p_nonce text, p_form bytea, p_message bytea, p_received double precision,
  out status text, out receipt text)
language plpgsql as $$
declare stored applications;
begin
  insert into applications (key, person, complex, nonce, form, message, received_at)
    values (p_key, p_person, p_complex, p_nonce, p_form, p_message, to_timestamp(p_received / 1000))
    on conflict do nothing returning * into stored;
  if stored.id is not null then
    status := 'stored';
    receipt := receipt_of(stored.id);
    return;
  end if;
  select * into stored from applications where key = p_key;
  if stored.id is not null then
    status := case when (stored.person, stored.complex, stored.form) = (p_person, p_complex, p_form) then 'repeated' else 'key-reused' end;
    receipt := receipt_of(stored.id);
    return;
  end if;
  select * into stored from applications where person = p_person and complex = p_complex;
  status := case when stored.id is null then 'nonce-reused' else 'duplicate' end;
end $$;
