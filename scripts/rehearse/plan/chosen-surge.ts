import type { Config } from '../../../k6.config.ts';
import type { ProfileName } from '../../../models/workload/surge/surge.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { configurationProblems, type RunConfiguration } from '../../run-folder/run-configuration.ts';
import { similarTo } from '../../terminal/similar.ts';

/** A whole profile as JSON that takes the place of the named one. */
export const PROFILE_VARIABLE = 'SURGEPROOF_PROFILE_JSON';

/** The surge, profile, budgets and gates of a rehearsal, checked. `profileJson` replaces the named profile. */
export function chosenSurge(config: Config, scenario: string, name: ProfileName, profileJson: string | undefined): RunConfiguration {
  const surge = config.scenarios[scenario];
  if (surge === undefined || !Object.hasOwn(config.scenarios, scenario)) {
    const known = Object.keys(config.scenarios);
    throw new SurgeproofError('unknown-scenario', { given: scenario, known, similar: similarTo(scenario, known) });
  }
  const profile: unknown = profileJson ? parsed(profileJson) : surge.profiles[name];
  const configuration = { surge, profile, budgets: config.budgets, queue: config.queue };
  const problems = configurationProblems(configuration);
  if (problems.length > 0)
    throw new SurgeproofError('invalid-configuration', { file: profileJson ? PROFILE_VARIABLE : 'k6.config.ts', problems });
  return configuration as RunConfiguration;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SurgeproofError('invalid-configuration', { file: PROFILE_VARIABLE, problems: ['must be JSON of a profile'] });
  }
}
