import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Applicant } from '../../../models/people/applicant.ts';
import { startService } from '../../../reference-service/start-service.ts';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import { writeAccounts } from '../../rehearse/accounts/write-accounts.ts';
import { loadSource } from '../../surge-file/load-surge.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { SURGES } from '../harness/bench-script.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';

const GOAL = 600;
const PER_SECOND = 300;
/** Enough for some of each algorithm; people take them in turn. */
const ACCOUNTS = 200;
const LANES = [{ name: 'main', cost: 1, share: 1 }];
const PROFILE = benchProfile({ people: PER_SECOND * 3_600, seconds: 3_600, hosts: 4, drainSeconds: 60 });

/** People as the service of the surge issues them, by the algorithm of their key. */
async function filesByAlgorithm(): Promise<Record<'RSA' | 'P-256', string>> {
  const { definition } = await loadSource({ file: join(PROJECT_FOLDER, SURGES.signed), contents: null });
  const { service } = definition.target as { service: string };
  const folder = await mkdtemp(join(tmpdir(), 'surgeproof-bench-'));
  const size = { nodes: 1, admissionTokens: 1, doorsOpenAfter: 0 };
  const running = await startService({ service, size, lanes: LANES, people: ACCOUNTS, seed: 1, runId: 'bench', dataDir: folder });
  try {
    const people = (await running.accounts!(ACCOUNTS)) as readonly Applicant[];
    const write = async (algorithm: Applicant['algorithm']): Promise<string> => {
      const file = join(folder, `${algorithm}.txt`);
      await writeAccounts(
        file,
        people.filter((one) => one.algorithm === algorithm),
      );
      return file;
    };
    return { RSA: await write('RSA'), 'P-256': await write('P-256') };
  } finally {
    await running.stop();
  }
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
  const files = await filesByAlgorithm();
  const pairs = await repeated(context, async () => ({
    rsa: await perCore(context.k6, files.RSA),
    p256: await perCore(context.k6, files['P-256']),
  }));
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
