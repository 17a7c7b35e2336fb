import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Applicant } from '../../../models/people/applicant.ts';
import { createAuthority } from '../../../reference-service/cheongyak/certificates/authority.ts';
import { writeAccounts } from '../../rehearse/accounts/write-accounts.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';

const GOAL = 600;
const PER_SECOND = 300;
/** Enough for some of each algorithm; people take them in turn. */
const ACCOUNTS = 200;
const PROFILE = benchProfile({ people: PER_SECOND * 3_600, seconds: 3_600, hosts: 4, drainSeconds: 60 });

/** Accounts whose key is of one algorithm. */
async function accountsOf(algorithm: Applicant['algorithm']): Promise<string> {
  const people = await (await createAuthority(new Date())).issue(ACCOUNTS);
  const file = join(await mkdtemp(join(tmpdir(), 'surgeproof-bench-')), 'accounts.json');
  await writeAccounts(
    file,
    people.filter((one) => one.algorithm === algorithm),
  );
  return file;
}

/** Submissions that k6 makes with one second of CPU: joining, signing and sending. */
async function perCore(k6: string, accounts: string): Promise<number> {
  const { cpuSeconds, requests } = await holdUsers({
    ...{ k6, script: 'signed', profile: PROFILE, accounts, settle: 3, watch: 15 },
    stub: { pollMs: null, answerAfter: null },
    arrived: ({ served }) => served >= PER_SECOND,
  });
  // Everybody joins, submits, and leaves the queue by being admitted at once.
  return requests / 2 / cpuSeconds;
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const [rsa, p256] = await Promise.all([accountsOf('RSA'), accountsOf('P-256')]);
  const pairs = await repeated(context, async () => ({ rsa: await perCore(context.k6, rsa), p256: await perCore(context.k6, p256) }));
  const [of, other] = (['rsa', 'p256'] as const).map((key) => spreadOf(pairs.map((pair) => pair[key])));
  const say = (spread: typeof of): string => saySpread(spread!, (value) => value.toFixed(0));
  return [
    {
      what: `${PER_SECOND} signed submissions/s of 2 kB (CMS, RSA-2048), with joining: submissions that k6 makes a second of CPU`,
      goal: `≥ ${GOAL}`,
      measured: say(of),
      ratio: `with P-256: ${say(other)}`,
      pass: of!.median >= GOAL,
    },
  ];
}

export const signedSubmissions: Bench = { name: 'signed', title: 'signed submissions', minutes: 0.8, run };
