import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bugsOf, knownServices } from '../../../reference-service/known-services.ts';
import { readJson } from '../../../scripts/run-folder/read-json.ts';
import { auditSchema } from '../../../scripts/schemas/run/audit/audit.ts';
import { k6AtHand, verdictOf } from '../../scripts/rehearsal.ts';
import { runCli } from '../../scripts/run-cli.ts';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';

k6AtHand();
const cwd = temporaryFolder();

/** What finds each mistake of each service: a check of the audit, or a criterion about a step. The harness is told neither. */
const FOUND_BY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  banking: {
    'replay-otp': 'code-is-used-once',
    'window-too-wide': 'wrong-code-is-refused',
    'strike-race': 'strikes-are-exact',
    'second-token': 'one-active-token',
    'deregistered-accepted': 'deregistered-is-refused',
    'spurious-logout': 'no-spurious-logout',
    'double-transfer': 'transfer-is-booked-once',
    'lost-credit': 'money-is-conserved',
    'skip-identity': 'web-needs-identity',
    'old-version-let-in': 'old-version-is-refused',
    'otp-centre-slow': 'verify',
    'log-loss': 'every-attempt-is-logged',
  },
  cheongyak: {
    'late-reject': 'in-time-is-never-late',
    'late-accept': 'late-is-never-accepted',
    'replay-login': 'login-again',
    'skip-revocation': 'bad-certificate-is-refused',
    'other-content': 'signed-is-stored',
    'receipt-without-commit': 'receipt-has-application',
    'slow-ocsp': 'login',
    'log-loss': 'every-attempt-is-logged',
  },
  identity: {
    'unblock-early': 'released-on-time',
    'strike-race': 'failures-are-counted',
    'expired-code-accepted': 'dead-code-is-refused',
    'last-code-not-winning': 'only-the-last-code-counts',
    'manual-auto-released': 'desk-alone-releases-manual-blocks',
    'pass-not-asked': 'no-session-without-proof',
    'wrong-number': 'one-account-per-person',
    'log-loss': 'every-attempt-is-logged',
    'sms-drought': 'through-within-ten-minutes',
    'carrier-outage': 'send',
  },
  coupon: {
    oversell: 'never-oversold',
    'sold-out-early': 'sold-out-only-when-empty',
    'turns-away-six': 'eligible-never-turned-away',
    'any-day': 'apply-anyway',
    'receipt-without-row': 'receipt-has-row',
  },
  onnuri: {
    'wrong-tender': 'tender-as-asked',
    'balance-zero-on-partition': 'tender-as-asked',
    'double-charge': 'one-charge-a-purchase',
    'tombstone-missing': 'net-cancelled-is-never-charged',
    'reuse-key-other-body': 'pay-other',
    'dynamic-qr-forever': 'invalid-qr-never-debits',
    'unknown-forever': 'unknown-is-resolved',
    'refund-beyond-captured': 'refund-within-captured',
    'notification-wrong': 'notified-is-booked',
    'settlement-skips': 'settled-in-full',
    'migration-lock': 'register-card',
    'lost-place': 'places',
    'eta-constant': 'announced wait',
  },
};
const SURGES: Readonly<Record<string, string>> = {
  banking: 'otp-banking',
  cheongyak: 'cheongyak-deadline',
  identity: 'identity-surge',
  coupon: 'coupon-first-hours',
  onnuri: 'voucher-payments',
};
/** Mistakes that only another surge of the service meets: people who register, and a queue. */
const OTHER_SURGES: Readonly<Record<string, string>> = {
  'migration-lock': 'onnuri-launch',
  'lost-place': 'onnuri-launch',
  'eta-constant': 'onnuri-launch',
};

async function rehearsed(surge: string, bug: string | null) {
  const folder = join(cwd, `${surge}-${bug ?? 'clean'}`);
  await runCli(['rehearse', surge, '--profile', 'smoke', '--out', folder, ...(bug === null ? [] : ['--bug', bug])], { cwd });
  const verdict = await verdictOf(folder);
  const audit = await readJson(join(folder, 'audit.json'), 'audit', auditSchema);
  const broken = audit?.checks.filter(({ violations }) => violations > 0).map(({ name }) => name) ?? [];
  const failed = verdict.criteria.filter((one) => one.verdict === 'FAIL').map(({ subject }) => subject);
  return { verdict: verdict.verdict, found: [...broken, ...failed] };
}

it('is complete: every mistake that a service can be started with has a row', async () => {
  for (const service of await knownServices())
    expect(Object.keys(FOUND_BY[service] ?? {}).sort()).toEqual([...(await bugsOf(service))].sort());
});

describe.each(Object.entries(FOUND_BY))('the mistakes of %s', (service, mistakes) => {
  it('are none in a clean run', async () => {
    const { verdict, found } = await rehearsed(SURGES[service]!, null);
    expect([verdict, found]).toEqual([expect.stringMatching(/^(PASS|WARN)$/), []]);
  });

  it.each(Object.entries(mistakes))('%s is found by %s', async (bug, finder) => {
    const { verdict, found } = await rehearsed(OTHER_SURGES[bug] ?? SURGES[service]!, bug);
    expect(verdict).toBe('FAIL');
    expect(found).toContain(finder);
  });
});
