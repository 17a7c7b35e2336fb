import { dirname } from 'node:path';
import { nobodyJudged } from '../../../models/definition/resolve/profile/judged-people.ts';
import type { RehearsedForecast } from '../../../models/results/rehearsed-forecast.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { freeDiskMiB } from '../../machine/free-disk.ts';
import { inspectMachine, type Machine } from '../../machine/machine.ts';
import { expectedPeople, machineProblems, type SurgeNeeds, surgeNeeds } from '../../machine/surge-needs.ts';
import { runsFolder } from '../../run-folder/runs-folder.ts';
import type { LoadedConfig } from '../../surge-file/config/load-config.ts';
import type { LoadedSurge } from '../../surge-file/load-surge.ts';
import { checkAccounts, NO_ACCOUNTS, type RunAccounts } from '../accounts/accounts.ts';
import { nativeProblem, waitingForm } from '../polling/waiting-form.ts';
import { resolveSecrets, type Secrets, secretsIn } from '../secrets.ts';
import { allowTarget, resolveHost } from '../target/allow-target.ts';
import { chooseTarget } from '../target/choose-target.ts';
import { type OwnDatabase, ownDatabase } from '../target/own-database.ts';
import { tlsProblems } from '../target/secure-options.ts';
import type { ChosenTarget } from '../target/target-settings.ts';
import { type ChosenSurge, chooseSurge } from './chosen-surge.ts';
import { checkNamed } from './early-refusal.ts';
import { faultProblems } from './fault-problems.ts';
import { type Findings, noFindings, refuse } from './findings.ts';
import { type RehearseOptions, readOptions, type TypedOptions } from './options.ts';
import { rateProblems, type StagedForecast, stageForecast, stagingProblems } from './stage-forecast.ts';

/** A rehearsal that may begin: everything that can be checked without starting anything has been. */
export interface Plan {
  /** The surge as it was named on the command line. */
  readonly named: string;
  readonly surge: LoadedSurge;
  readonly options: RehearseOptions;
  readonly configuration: RunConfiguration;
  readonly target: ChosenTarget;
  /** Addresses that k6 may connect to besides this machine. */
  readonly addresses: readonly string[];
  readonly needs: SurgeNeeds;
  readonly machine: Machine;
  readonly runs: string;
  /** The forecast that is sent; null for the arrivals of the profile. */
  readonly forecast: RehearsedForecast | null;
  readonly accounts: RunAccounts;
  readonly secrets: Secrets;
  /** The PostgreSQL of the environment that the reference service uses; null: it starts its own, or needs none. */
  readonly database: OwnDatabase | null;
}

/** What is known once files are read and flags are sound. */
interface Chosen {
  readonly surge: ChosenSurge;
  readonly target: ChosenTarget;
}

async function knownServices(): Promise<string[]> {
  return (await import('../../../reference-service/known-services.ts')).knownServices();
}

/** Reads flags, surge and configuration; throws with everything that is wrong in them. */
async function loaded(
  named: string | undefined,
  typedUrl: string | undefined,
  options: RehearseOptions,
  findings: Findings,
): Promise<[LoadedSurge, LoadedConfig]> {
  const [{ loadSurge, loadSource }, { loadConfig }, { urlSurge }] = await Promise.all([
    import('../../surge-file/load-surge.ts'),
    import('../../surge-file/config/load-config.ts'),
    import('../../surge-file/url-surge.ts'),
  ]);
  const { url, rate, seconds } = options;
  checkNamed(named, typedUrl, findings);
  const surge = url === null ? loadSurge(named!) : loadSource(urlSurge(url, `${rate}/s`, `${seconds} s`));
  return Promise.all([surge, loadConfig(options.config)]);
}

async function choose(surge: LoadedSurge, config: LoadedConfig, options: RehearseOptions, findings: Findings): Promise<Chosen> {
  const wish = { flag: options.target, surge: surge.definition.target, ownDialect: surge.definition.waitingRoom !== undefined };
  const choice = chooseTarget(wish, config, await knownServices());
  const target = 'target' in choice ? choice.target : null;
  if ('problem' in choice) findings.target.push(choice.problem);
  if (options.nodes !== null && target?.kind === 'http')
    findings.usage.push(`--nodes: must be left out for target ${target.name}, which surgeproof does not start, got ${options.nodes}`);
  if (target !== null && options.line === 'native') {
    const problem = nativeProblem(waitingForm(target, surge.definition));
    if (problem !== null) findings.usage.push(problem);
  }
  const chosen = chooseSurge(surge, config, target, options, findings.usage);
  refuse(findings);
  return { surge: chosen!, target: target! };
}

/** The forecast in place of the arrivals; what is wrong with it ends the plan by itself, since nothing else can be checked without it. */
async function staged({ surge }: Chosen): Promise<StagedForecast | null> {
  return surge.forecast === null ? null : stageForecast(surge.configuration, surge.forecast);
}

async function checkTarget(target: ChosenTarget, findings: Findings): Promise<readonly string[]> {
  if (target.kind === 'service') return [];
  findings.usage.push(...tlsProblems(`target ${target.name}`, target.tls, process.platform));
  const allowed = await allowTarget(target, resolveHost);
  findings.target.push(...allowed.problems);
  return allowed.addresses;
}

async function checkDatabase(target: ChosenTarget, { config }: LoadedConfig, env: NodeJS.ProcessEnv, findings: Findings) {
  if (target.kind !== 'service') return null;
  const { usesDatabase } = await import('../../../reference-service/known-services.ts');
  const own = (await usesDatabase(target.name)) ? ownDatabase(env, config) : null;
  if (own === null || !('problem' in own)) return own;
  findings.target.push(own.problem);
  return null;
}

async function bugProblems(bug: string | null, target: ChosenTarget): Promise<string[]> {
  if (bug === null) return [];
  if (target.kind !== 'service') return [`--bug: must be left out for target ${target.name}, which is no reference service, got ${bug}`];
  const { bugProblem } = await import('../../../reference-service/known-services.ts');
  const problem = await bugProblem(target.name, bug);
  return problem === null ? [] : [`--bug: ${problem}`];
}

/** What is made of a plan: a run on this machine with secrets of this environment, or a script to be run elsewhere. */
export type Purpose = 'run' | 'bundle';

/** What this machine and target cannot do for the arrivals. */
async function checkSize(
  chosen: Chosen,
  forecast: StagedForecast | null,
  needs: SurgeNeeds,
  where: string,
  findings: Findings,
): Promise<Machine> {
  const [machine, disk] = await Promise.all([inspectMachine(), freeDiskMiB(where)]);
  const { target } = chosen;
  if (forecast !== null) findings.usage.push(...stagingProblems(forecast, machine, disk, target.maximumArrivalRate));
  else findings.usage.push(...machineProblems(needs, machine, disk));
  findings.target.push(...rateProblems(target, needs.peakArrivalRate));
  return machine;
}

/** Checks everything that can be checked before anything starts, and says all that is wrong at once. */
export async function planRehearsal(
  named: string | undefined,
  typed: TypedOptions,
  env: NodeJS.ProcessEnv,
  purpose: Purpose = 'run',
): Promise<Plan> {
  const findings = noFindings();
  const options = readOptions(typed, findings.usage);
  const [surge, config] = await loaded(named, typed.url, options, findings);
  const chosen = await choose(surge, config, options, findings);
  const forecast = await staged(chosen);
  const { configuration } = forecast ?? chosen.surge;
  const nobody = nobodyJudged(configuration.profile);
  if (nobody !== null) findings.usage.push(`arrivals: ${nobody}`);
  const { target } = chosen;
  const needs = surgeNeeds(configuration.surge, configuration.profile);
  const runs = runsFolder(env);
  const machine = await checkSize(chosen, forecast, needs, options.out ?? runs, findings);
  const addresses = await checkTarget(target, findings);
  const database = await checkDatabase(target, config, env, findings);
  const crowd = { expected: expectedPeople(configuration.profile), most: needs.people };
  const accounts = checkAccounts(chosen.surge.accounts, dirname(surge.file), crowd, {
    seed: options.seed,
    isService: target.kind === 'service',
  });
  findings.usage.push(...(await bugProblems(options.bug, target)), ...(await faultProblems(configuration.profile, target)));
  const headers = target.kind === 'http' ? target.headers : {};
  const names = [...surge.secrets, ...config.secrets, ...secretsIn([headers, configuration])];
  const { secrets, problems } = resolveSecrets(names, env);
  if (purpose === 'run') findings.usage.push(...problems);
  if ('problems' in accounts) findings.usage.push(...accounts.problems);
  refuse(findings);
  return {
    named: named ?? surge.file,
    surge,
    options,
    configuration,
    target,
    addresses,
    needs,
    machine,
    runs,
    forecast: forecast?.forecast ?? null,
    accounts: 'accounts' in accounts ? accounts.accounts : NO_ACCOUNTS,
    secrets,
    database,
  };
}
