import type { Check } from '../../shared/audit/check.ts';

/** A receipt that a person was shown stands for an application of theirs. */
const receiptHasApplication: Check = {
  name: 'receipt-has-application',
  examined: `select count(*) from reported where status = 'accepted'`,
  violations: `
    select 'key ' || t.key || ': receipt ' || quote_literal(t.receipt) || ' of person ' || t.person || ', the register has '
        || coalesce(receipt_of(a.id) || ' of person ' || a.person || ' for complex ' || a.complex, 'none') as item
      from reported t left join applications a on a.key = t.key
      where t.status = 'accepted' and (receipt_of(a.id), a.person) is distinct from (t.receipt, t.person)
        or t.status = 'accepted' and t.complex is distinct from a.complex`,
};

/** Without a receipt or an open answer there is no application. */
const noApplicationWithoutReceipt: Check = {
  name: 'no-application-without-receipt',
  needsWholeJournal: true,
  examined: 'select count(*) from applications',
  violations: `
    select receipt_of(a.id) || ' of person ' || a.person || ': ' || coalesce('told ' || t.status, 'nobody asked for it') as item
      from applications a left join reported t on t.key = a.key
      where t.key is null or t.status not in ('accepted', 'unknown')`,
};

/** What was received before the close is never refused as late, however long it was worked on. */
const inTimeIsNeverLate: Check = {
  name: 'in-time-is-never-late',
  examined: 'select count(*) from attempts t, closing c where t.received_at <= c.closes_at',
  violations: `
    select 'key ' || t.key || ' of person ' || t.person || ': received ' || extract(epoch from c.closes_at - t.received_at)::numeric(12, 3)
        || ' s before the close, refused as late' as item
      from attempts t, closing c where t.outcome = 'closed' and t.received_at <= c.closes_at`,
};

const lateIsNeverAccepted: Check = {
  name: 'late-is-never-accepted',
  examined: 'select count(*) from applications, closing',
  violations: `
    select receipt_of(a.id) || ' of person ' || a.person || ': received ' || extract(epoch from a.received_at - c.closes_at)::numeric(12, 3)
        || ' s after the close' as item
      from applications a, closing c where a.received_at > c.closes_at`,
};

const onePerPersonAndComplex: Check = {
  name: 'one-application-per-person',
  examined: 'select count(*) from applications',
  violations: `
    select 'person ' || person || ', complex ' || complex || ': ' || count(*) || ' applications' as item
      from applications group by person, complex having count(*) > 1`,
};

/** The number in a form is good for one application. */
const nonceUsedOnce: Check = {
  name: 'nonce-used-once',
  examined: 'select count(*) from applications',
  violations: `
    select 'number ' || substring(convert_from(form, 'UTF8') from 'nonce=([0-9a-f]+)') || ': in ' || count(*) || ' applications' as item
      from applications group by substring(convert_from(form, 'UTF8') from 'nonce=([0-9a-f]+)') having count(*) > 1`,
};

/** People claim a fault of the system by the log: every attempt must be in it, with its cause and whose fault it was. */
const everyAttemptIsLogged: Check = {
  name: 'every-attempt-is-logged',
  examined: `select count(*) from reported where status <> 'unknown' and complex is not null`,
  violations: `
    select 'key ' || t.key || ' of person ' || t.person || ': told ' || t.status || ', the log has '
        || coalesce((select string_agg(l.outcome, ', ') from attempts l where l.key = t.key), 'nothing') as item
      from reported t
      where t.status <> 'unknown' and t.complex is not null and not exists (select from attempts l where l.key = t.key and l.person = t.person and l.outcome = t.status)
    union all
    select 'key ' || key || ': ' || outcome || ' without an owner' from attempts where outcome <> 'accepted' and owner is null`,
};

/** Whoever has a certificate that must be refused gets neither in nor a receipt. */
const badCertificateIsRefused: Check = {
  name: 'bad-certificate-is-refused',
  examined: `select count(*) from reported where fault is not null`,
  violations: `
    select 'person ' || t.person || ': ' || t.status || ' with a certificate that is ' || t.fault as item
      from reported t where t.fault is not null and t.status not in ('refused', 'unknown')`,
};

/** What the register holds against what people were told. */
export const CHECKS: readonly Check[] = [
  receiptHasApplication,
  noApplicationWithoutReceipt,
  inTimeIsNeverLate,
  lateIsNeverAccepted,
  onePerPersonAndComplex,
  nonceUsedOnce,
  everyAttemptIsLogged,
  badCertificateIsRefused,
];
