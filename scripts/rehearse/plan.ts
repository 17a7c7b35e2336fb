import { config, type TargetConfig } from '../../k6.config.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { freeDiskMiB } from '../machine/free-disk.ts';
import { inspectMachine, type Machine } from '../machine/machine.ts';
import { machineProblems, type SurgeNeeds, surgeNeeds } from '../machine/surge-needs.ts';
import type { RunConfiguration } from '../run-folder/run-configuration.ts';
import { runsFolder } from '../run-folder/runs-folder.ts';
import { similarTo } from '../terminal/similar.ts';
import { allowTarget, resolveHost } from './allow-target.ts';
import { chosenSurge, PROFILE_VARIABLE } from './chosen-surge.ts';
import { checkedOptions, type RehearseOptions, type TypedOptions } from './options.ts';

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
}

export async function planRehearsal(scenario: string, typed: TypedOptions, env: NodeJS.ProcessEnv): Promise<Plan> {
  const options = checkedOptions(typed);
  const configuration = chosenSurge(config, scenario, options.profile, env[PROFILE_VARIABLE]);
  const target = withOwnAddresses(namedTarget(options.target), env);
  const needs = surgeNeeds(configuration.surge, configuration.profile);
  const addresses = await allowTarget(options.target, target, needs.peakArrivalRate, resolveHost);
  const machine = await inspectMachine();
  const runs = runsFolder(env);
  const problems = machineProblems(needs, machine, await freeDiskMiB(options.out ?? runs));
  if (problems.length > 0) throw new SurgeproofError('machine-too-small', { problems });
  return { scenario, options, configuration, target, addresses, needs, machine, runs };
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
