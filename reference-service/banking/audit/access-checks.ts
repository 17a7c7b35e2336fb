import type { Check } from '../../shared/audit/check.ts';

/** Attempts that must be refused for a reason the client knows: they have a `bad` of this list. */
function isRefused(name: string, bad: readonly string[]): Check {
  const among = `bad in (${bad.map((one) => `'${one}'`).join(', ')})`;
  return {
    name,
    examined: `select count(*) from reported where ${among}`,
    violations: `select act || ' ' || key || ' of customer ' || customer || ': accepted, although it was ' || bad as item
      from reported where ${among} and status = 'accepted'`,
  };
}

/** A code opens one door once: neither what people were told nor the books know it twice. */
const codeIsUsedOnce: Check = {
  name: 'code-is-used-once',
  examined: `select count(*) from reported where act = 'code' and status = 'accepted'`,
  violations: `
    select 'token ' || serial || ', counter ' || counter || ': accepted ' || count(*) || ' times' as item
      from reported where act = 'code' and status = 'accepted' group by serial, counter having count(*) > 1
    union
    select 'token ' || serial || ', counter ' || counter || ': accepted ' || count(*) || ' times'
      from tries where outcome = 'accepted' group by serial, counter having count(*) > 1`,
};

const oneActiveToken: Check = {
  name: 'one-active-token',
  examined: 'select count(*) from customers',
  violations: `select 'customer ' || customer || ': tokens ' || string_agg(serial::text, ', ' order by serial) || ' are active' as item
    from tokens where active group by customer having count(*) > 1`,
};

/** A person has ten wrong codes in a row and five wrong PINs, and not one more, however many come at once. */
const strikesAreExact: Check = {
  name: 'strikes-are-exact',
  examined: `select (select count(*) from tries) + (select count(*) from reported where act = 'login')`,
  violations: `
    with judged as (
      select customer, outcome, count(*) filter (where outcome = 'accepted') over (partition by customer order by id) as good from tries),
    runs as (
      select customer, good, count(*) filter (where outcome = 'wrong-code') as wrong, max(good) over (partition by customer) as last
        from judged group by customer, good)
    select 'customer ' || customer || ': ' || wrong || ' wrong codes in a row, 10 allowed' as item from runs where wrong > 10
    union all
    select 'customer ' || number || ': ' || coalesce(wrong, 0) || ' wrong codes since the last good one, ' || otp_strikes || ' counted'
      from customers left join runs on customer = number and good = last where otp_strikes <> coalesce(wrong, 0)
    union all
    select 'customer ' || customer || ': ' || count(*) || ' wrong PINs, 5 allowed'
      from reported where act = 'login' and status = 'wrong-pin' group by customer having count(*) > 5`,
};

/** Whoever has spent all tries is out, also with the right code or PIN. */
const lockedStaysOut = isRefused('locked-stays-out', ['locked']);

const revokedTokenIsRefused: Check = {
  name: 'revoked-token-is-refused',
  examined: `select count(*) from reported where bad = 'revoked'`,
  violations: `
    select 'customer ' || customer || ': a code of token ' || serial || ' accepted after it was replaced' as item
      from reported where bad = 'revoked' and status = 'accepted'
    union
    select 'customer ' || customer || ': a code of token ' || serial || ' accepted after it was replaced'
      from tries where outcome = 'accepted' and not token_active`,
};

/** Nobody is logged out but by a login of their own: the "connected from another device" of real outages. */
const noSpuriousLogout: Check = {
  name: 'no-spurious-logout',
  examined: 'select count(*) from sessions',
  violations: `
    select 'session ' || s.id || ' of customer ' || s.customer || ': ended by ' || coalesce('a login of customer ' || by.customer, 'nobody') as item
      from sessions s left join sessions by on by.id = s.ended_by
      where s.ended_by is not null and by.customer is distinct from s.customer`,
};

const webNeedsIdentity: Check = {
  name: 'web-needs-identity',
  examined: `select count(*) from sessions where channel = 'web'`,
  violations: `select 'session ' || id || ' of customer ' || customer || ': on the web without a proof of identity' as item
    from sessions where channel = 'web' and not proved`,
};

/** Version 5 is the oldest that the bank knows how to serve. */
const oldVersionIsRefused: Check = {
  name: 'old-version-is-refused',
  examined: `select count(*) from sessions where channel = 'app'`,
  violations: `select 'session ' || id || ' of customer ' || customer || ': by version ' || coalesce(version::text, 'unknown') || ' of the app' as item
    from sessions where channel = 'app' and coalesce(version, 0) < 5`,
};

/** Who gets in, and by what. */
export const ACCESS_CHECKS: readonly Check[] = [
  codeIsUsedOnce,
  oneActiveToken,
  strikesAreExact,
  lockedStaysOut,
  revokedTokenIsRefused,
  isRefused('wrong-code-is-refused', ['old', 'mistyped', 'drifted']),
  isRefused('deregistered-is-refused', ['deregistered']),
  oldVersionIsRefused,
  webNeedsIdentity,
  noSpuriousLogout,
];
