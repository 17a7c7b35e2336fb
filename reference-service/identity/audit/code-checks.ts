import type { Check } from '../../shared/audit/check.ts';
import type { Clocks } from '../rules.ts';
import { COUNTS } from '../rules.ts';

const VERIFIED = 'select count(*) from verifications';
const WITH_CODE = 'select count(*) from verifications where code is not null';

/** Nobody gets a session without having proved who they are. */
const noSessionWithoutProof: Check = {
  name: 'no-session-without-proof',
  examined: VERIFIED,
  violations: `
    select 'attempt ' || v.attempt || ' of person ' || v.person || ': by ' || v.method || ' without a yes or the code that was sent' as item
      from verifications v
      where case when v.code is null then not v.approved
        else not exists (select from sends s where s.attempt = v.attempt and s.person = v.person and s.code = v.code) end
    union all
    select 'attempt ' || t.key || ' of person ' || t.person || ': told verified, not in the books' from reported t
      where t.status = 'verified' and not exists (select from verifications v where v.attempt = t.key and v.person = t.person)`,
};

/** A code that is too old, or was used before, is worth nothing. */
const deadCodeIsRefused = ({ codeGoodFor }: Clocks): Check => ({
  name: 'dead-code-is-refused',
  examined: WITH_CODE,
  violations: `
    select 'attempt ' || v.attempt || ': a code of ' || round((v.received_at - s.sent_at)::numeric / 1000, 2) || ' s' as item
      from verifications v join sends s on s.attempt = v.attempt
      where v.code is not null and v.received_at - s.sent_at > ${codeGoodFor}
    union all
    select 'attempt ' || attempt || ': used ' || count(*) || ' times' from verifications group by attempt having count(*) > 1`,
});

/** Of several codes the last one counts. */
const onlyTheLastCodeCounts: Check = {
  name: 'only-the-last-code-counts',
  examined: WITH_CODE,
  violations: `
    select 'attempt ' || v.attempt || ' of person ' || v.person || ': a later code was sent before' as item
      from verifications v join sends s on s.attempt = v.attempt
      where v.code is not null and exists (select from sends later where later.person = v.person and later.sent_at > s.sent_at and later.sent_at < v.received_at)`,
};

/** Codes are sent a minute apart, and five a day. */
const codesKeepTheirDistance = ({ resendAfter, day }: Clocks): Check => ({
  name: 'codes-keep-their-distance',
  examined: 'select count(*) from sends',
  violations: `
    select 'person ' || person || ': ' || round((sent_at - before)::numeric / 1000, 2) || ' s after the one before' as item
      from (select person, sent_at, lag(sent_at) over (partition by person order by sent_at) as before from sends) pairs
      where sent_at - before < ${resendAfter}
    union all
    select 'person ' || person || ': more than ${COUNTS.sendsADay} in a day'
      from (select person, sent_at - lag(sent_at, ${COUNTS.sendsADay}) over (partition by person order by sent_at) as gap from sends) windows
      where gap < ${day}`,
});

/** One person, one account, and the other way round. */
const oneAccountPerPerson: Check = {
  name: 'one-account-per-person',
  examined: VERIFIED,
  violations: `
    select 'identifier ' || left(ci, 12) || '…: accounts ' || string_agg(distinct account::text, ', ') as item
      from verifications group by ci having count(distinct account) > 1
    union all
    select 'account ' || account || ': ' || count(distinct ci) || ' identifiers' from verifications group by account having count(distinct ci) > 1`,
};

/** What a proof is worth. */
export const codeChecks = (clocks: Clocks): readonly Check[] => [
  noSessionWithoutProof,
  deadCodeIsRefused(clocks),
  onlyTheLastCodeCounts,
  codesKeepTheirDistance(clocks),
  oneAccountPerPerson,
];
