import { isIPv6 } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import type { BundleGuard, EngineRun } from '../../models/workload/surge/run-configuration.ts';
import { thresholdsOf } from '../../models/workload/surge/thresholds.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeAccounts } from '../rehearse/accounts/write-accounts.ts';
import { engineTarget } from '../rehearse/open-target.ts';
import { type Plan, planRehearsal } from '../rehearse/plan/plan.ts';
import { blockedRanges } from '../rehearse/target/blocked-ranges.ts';
import { basesOf, type HttpTarget } from '../rehearse/target/target-settings.ts';
import { outputFolder } from '../run-folder/output-folder.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { shortPath } from '../surge-file/broken-file.ts';
import { bundleForK6 } from '../surge-file/bundle-for-k6.ts';
import type { Console } from '../terminal/console.ts';

export interface TypedBundleOptions {
  readonly profile?: string;
  readonly target?: string;
  readonly config?: string;
  readonly seed: string;
  readonly rate?: string;
  readonly for?: string;
  readonly out?: string;
}

/** A script cannot start a service, so it needs a target that is there. */
function httpTarget({ target }: Plan): HttpTarget {
  if (target.kind === 'http') return target;
  const problem = `--target: must be an http target, got the reference service ${target.name}, which a script cannot start; serve it with \`surgeproof target ${target.name}\`, which says what to give as --target`;
  throw new SurgeproofError('invalid-options', { problems: [problem] });
}

async function accountsBeside({ accounts, needs }: Plan, script: string): Promise<string | null> {
  if (accounts.of === null) return null;
  const file = script.replace(/\.js$/, '.accounts.json');
  await writeAccounts(file, await accounts.of(needs.people));
  // k6 opens files relative to its script.
  return `./${basename(file)}`;
}

/** What must be set before `k6 run`: secrets by name, and the certificate authority. */
function environmentOf({ surge, secrets }: Plan, { tls, http }: HttpTarget): string[] {
  const names = [...new Set([...surge.secrets, ...Object.keys(secrets)])].map((name) => `${name}=…`);
  const authority = tls.ca === null ? [] : [`SSL_CERT_FILE=${tls.ca}`];
  return [...names, ...authority, ...(http === '1.1' ? ['GODEBUG=http2client=0'] : [])];
}

/** Hosts and addresses of the target: a script by itself goes nowhere else either. */
function guardOf(target: HttpTarget, addresses: readonly string[]): BundleGuard {
  const named = basesOf(target).map(({ base }) => new URL(base).hostname);
  const written = addresses.map((address) => (isIPv6(address) ? `[${address}]` : address));
  const here = addresses.includes('127.0.0.1') ? ['localhost'] : [];
  return { hosts: [...new Set([...named, ...written, ...here])], blocked: blockedRanges(addresses) };
}

/** `surgeproof bundle <surge>`: one script for plain `k6 run`, with thresholds of the same budgets and the same block list. */
export async function bundle(named: string, typed: TypedBundleOptions, console: Console): Promise<ExitCode> {
  const { out, ...rest } = typed;
  const plan = await planRehearsal(named, { ...rest, walk: false }, process.env, 'bundle');
  const target = httpTarget(plan);
  const { configuration, options, addresses } = plan;
  const file = resolve(out ?? `${configuration.surge.name}.k6.js`);
  await outputFolder(dirname(file));
  const guard = guardOf(target, addresses);
  const run: EngineRun = {
    configuration,
    target: engineTarget(target),
    seed: options.seed,
    accounts: await accountsBeside(plan, file),
    startedAt: null,
    managed: false,
    log: false,
    stop: null,
    walk: false,
    line: 'typescript',
    guard,
  };
  const k6Options = { thresholds: thresholdsOf(configuration.budgets), blacklistIPs: guard.blocked };
  await writeWhole(file, await bundleForK6(plan.surge, run, k6Options));
  const environment = environmentOf(plan, target);
  const command = [...environment, 'k6 run', shortPath(join(file))].join(' ');
  console.out(`Written ${shortPath(file)}: ${configuration.surge.name} (${configuration.profileName}) for ${target.name}.`);
  console.out(`Next    ${command}`);
  console.document({ schema: 'surgeproof/bundle', version: 1, file, command });
  return EXIT.ok;
}
