import type { Check } from '../../../shared/audit/check.ts';

const cardKept: Check = {
  name: 'card-kept',
  examined: `select count(*) from reported where status = 'registered' and identified is not null`,
  violations: `
    select 'key ' || t.key || ': reported card ' || quote_literal(t.receipt) || ' of account ' || coalesce(t.account::text, 'unknown') || ', the ledger has '
        || coalesce('c' || c.id || ' of account ' || c.account, 'none') as item
      from reported t left join cards c on c.key = t.key
      where t.status = 'registered' and t.identified is not null
        and ('c' || c.id is distinct from t.receipt or (t.account is not null and c.account <> t.account))`,
};

/** Milliseconds by which the clocks of app and ledger may differ: assumed. */
const CLOCK_DIFFERENCE = 1_000;

const cardAfterIdentity: Check = {
  name: 'card-after-identity',
  examined: 'select count(*) from cards',
  violations: `
    select 'card c' || id || ' of account ' || account || ': '
        || coalesce('identity confirmed at ' || identified_at || ', stored at ' || stored_at, 'stored without a confirmed identity') as item
      from cards where identified_at is null or identified_at > stored_at + interval '${CLOCK_DIFFERENCE} ms'
    union all
    select 'key ' || t.key || ': registered for a person who had not confirmed their identity' from reported t
      where t.status = 'registered' and not t.identified`,
};

/** Only where the surge notes registrations at all. */
const NOTES_CARDS = `exists (select from reported where identified is not null)`;

const cardHasAttempt: Check = {
  name: 'card-has-attempt',
  needsWholeJournal: true,
  examined: `select count(*) from cards where ${NOTES_CARDS}`,
  violations: `
    select 'card c' || c.id || ' of account ' || c.account || ': no user asked for it' as item
      from cards c where ${NOTES_CARDS} and not exists (select from reported t where t.key = c.key)
    union all
    select 'key ' || key || ': ' || count(*) || ' cards' from cards group by key having count(*) > 1`,
};

const admissionHasTicket: Check = {
  name: 'admission-has-ticket',
  needsWholeJournal: true,
  examined: 'select count(*) from sessions',
  violations: `
    select 'session of user ' || s.account || ': '
        || coalesce('ticket ' || s.ticket || ' of lane ' || s.lane || ' was given to no one', 'opened without a ticket') as item
      from sessions s where not exists (select from admitted a where a.lane = s.lane and a.ticket = s.ticket)
    union all
    select 'ticket ' || ticket || ' of lane ' || lane || ': used by ' || count(distinct account) || ' users'
      from sessions group by lane, ticket having count(distinct account) > 1 and ticket is not null`,
};

/** Only where the surge notes logins at all. */
const NOTES_LOGINS = 'exists (select from reported where ticket is not null)';

const sessionBelongsToPerson: Check = {
  name: 'session-belongs-to-person',
  needsWholeJournal: true,
  examined: `select count(*) from sessions where ${NOTES_LOGINS}`,
  violations: `
    select 'session of account ' || s.account || ': '
        || coalesce('ticket ' || s.ticket || ' of lane ' || s.lane || ' belongs to account ' || t.account, 'no person logged in with its ticket') as item
      from sessions s left join reported t on t.lane = s.lane and t.ticket = s.ticket
      where ${NOTES_LOGINS} and (t.key is null or t.account <> s.account)`,
};

const loginKept: Check = {
  name: 'login-kept',
  examined: `select count(*) from reported where ticket is not null and status <> 'unknown' and account is not null`,
  violations: `
    select 'account ' || t.account || ': logged in with ticket ' || t.ticket || ' of lane ' || t.lane || ', the service has no such session' as item
      from reported t where t.ticket is not null and t.status <> 'unknown' and t.account is not null
        and not exists (select from sessions s where s.account = t.account and s.lane = t.lane and s.ticket = t.ticket)`,
};

/** Cards and sessions: whose they are. */
export const PEOPLE_CHECKS: readonly Check[] = [
  cardKept,
  cardAfterIdentity,
  cardHasAttempt,
  admissionHasTicket,
  sessionBelongsToPerson,
  loginKept,
];
