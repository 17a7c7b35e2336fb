import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineRun, LineKind } from '../../models/workload/surge/run-configuration.ts';
import { bundleForK6 } from '../surge-file/bundle-for-k6.ts';
import { writeAccounts } from './accounts/write-accounts.ts';
import { type K6Command, k6Command } from './k6/k6-command.ts';
import type { OpenTarget } from './open-target.ts';
import type { Plan } from './plan/plan.ts';
import { authoritiesWith } from './target/secure-options.ts';

/** One process of k6: what it sends, and where it keeps its files. */
export interface K6Errand {
  readonly plan: Plan;
  readonly target: OpenTarget;
  /** The temporary folder of the run. */
  readonly folder: string;
  readonly walk: boolean;
  /** Which line polls the people in the queue. */
  readonly line: LineKind;
  readonly stop: string | null;
}

/** The accounts of an errand as a file: those of the crowd, or one for each journey of a walk. */
async function accountsFile({ plan, target, folder, walk }: K6Errand): Promise<{ readonly file: string | null; readonly mib: number }> {
  const { accounts, needs, configuration } = plan;
  const make = walk ? accounts.forWalk : accounts.of;
  if (make === null) return { file: null, mib: 0 };
  const file = join(folder, walk ? 'walk-accounts.json' : 'accounts.json');
  const characters = await writeAccounts(file, await make(walk ? configuration.surge.journeys.length : needs.people, target.accounts));
  return { file, mib: characters / 2 ** 20 };
}

async function authoritiesFile({ target }: Plan, folder: string): Promise<string | null> {
  if (target.kind !== 'http' || target.tls.ca === null) return null;
  const file = join(folder, 'authorities.pem');
  await writeFile(file, authoritiesWith(target.tls.ca));
  return file;
}

/** Writes the script, the accounts and the certificate authorities of an errand, and says how k6 is started with them. */
export async function prepareK6(errand: K6Errand): Promise<K6Command> {
  const { plan, target, folder, walk, line, stop } = errand;
  const accounts = await accountsFile(errand);
  const run: EngineRun = {
    configuration: plan.configuration,
    target: target.target,
    seed: plan.options.seed,
    accounts: accounts.file,
    startedAt: null,
    managed: true,
    log: true,
    stop,
    walk,
    line,
  };
  const script = join(folder, walk ? 'walk.js' : 'surge.js');
  await writeFile(script, await bundleForK6(plan.surge, run));
  return k6Command({
    script,
    addresses: plan.addresses,
    home: folder,
    secrets: plan.secrets,
    authorities: await authoritiesFile(plan, folder),
    http1: plan.target.kind === 'http' && plan.target.http === '1.1',
    memoryMiB: plan.machine.memoryMiB,
    accountsMiB: accounts.mib,
  });
}
