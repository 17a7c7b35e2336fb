import { config, type TargetConfig } from '../../../k6.config.ts';
import type { RehearsedForecast } from '../../../models/results/rehearsed-forecast.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { freeDiskMiB } from '../../machine/free-disk.ts';
import { inspectMachine, type Machine } from '../../machine/machine.ts';
import { machineProblems, type SurgeNeeds, surgeNeeds } from '../../machine/surge-needs.ts';
import { configurationProblems, type RunConfiguration } from '../../run-folder/run-configuration.ts';
import { runsFolder } from '../../run-folder/runs-folder.ts';
import { similarTo } from '../../terminal/similar.ts';
import { allowTarget, resolveHost } from '../target/allow-target.ts';
import { chosenSurge, PROFILE_VARIABLE } from './chosen-surge.ts';
import { checkedOptions, type RehearseOptions, type TypedOptions } from './options.ts';
import { type StagedForecast, stageForecast, stagingProblems } from './stage-forecast.ts';

/** A rehearsal that may begin: everything that can be checked without starting anything has been. */
export interface Plan {
  readonly scenario: string;
  readonly options: RehearseOptions;
  readonly configuration: RunConfiguration;
  readonly target: TargetConfig;
  /** Addresses of an http target that k6 may connect to besides this machine. */
  readonly addresses: readonly string[];
  readonly needs: SurgeNeeds;
  readonly machine: Machine;
  readonly runs: string;
  /** The forecast that is staged; null for the arrivals of the profile. */
  readonly forecast: RehearsedForecast | null;
}

export async function planRehearsal(scenario: string, typed: TypedOptions, env: NodeJS.ProcessEnv): Promise<Plan> {
  const options = checkedOptions(typed);
  const usual = chosenSurge(config, scenario, options.profile, env[PROFILE_VARIABLE]);
  const target = withOwnAddresses(namedTarget(options.target), env);
  const staged = options.forecast === null ? null : await stageForecast(usual, options.forecast, options.profile);
  const configuration = staged === null ? usual : checked(staged);
  const runs = runsFolder(env);
  const machine = await inspectMachine();
  const disk = await freeDiskMiB(options.out ?? runs);
  if (staged !== null) refuseTooSmall(stagingProblems(staged, machine, disk, target.maxArrivalRate));
  const needs = surgeNeeds(configuration.surge, configuration.profile);
  const addresses = await allowTarget(options.target, target, needs.peakArrivalRate, resolveHost);
  refuseTooSmall(machineProblems(needs, machine, disk));
  return { scenario, options, configuration, target, addresses, needs, machine, runs, forecast: staged?.forecast ?? null };
}

function refuseTooSmall(problems: readonly string[]): void {
  if (problems.length > 0) throw new SurgeproofError('machine-too-small', { problems });
}

/** A forecast file may hold curves that no profile can be made of. */
function checked({ configuration, forecast }: StagedForecast): RunConfiguration {
  const problems = configurationProblems(configuration);
  if (problems.length > 0) throw new SurgeproofError('invalid-configuration', { file: forecast.file, problems });
  return configuration;
}

function namedTarget(name: string): TargetConfig {
  const known = Object.keys(config.targets);
  const target = Object.hasOwn(config.targets, name) ? config.targets[name] : undefined;
  if (target !== undefined) return target;
  throw new SurgeproofError('unknown-target', { given: name, known, similar: similarTo(name, known) });
}

/** An http target may answer elsewhere than k6.config.ts says, as scenarios run by hand may; the rules for addresses stay the same. */
function withOwnAddresses(target: TargetConfig, env: NodeJS.ProcessEnv): TargetConfig {
  const { SURGEPROOF_APP: app, SURGEPROOF_WAITING: waitingRoom } = env;
  if (target.kind !== 'http') return target;
  return { ...target, ...(app ? { app } : {}), ...(waitingRoom ? { waitingRoom } : {}) };
}
