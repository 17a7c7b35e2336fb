import { dirname, resolve } from 'node:path';
import type { Accounts } from '../../../models/definition/accounts.ts';
import type { ForecastArrivals } from '../../../models/definition/arrivals/arrivals.ts';
import { withArrivals } from '../../../models/definition/arrivals/with-arrivals.ts';
import { customProfile } from '../../../models/definition/custom-profile.ts';
import { resolveSurge } from '../../../models/definition/resolve/resolve-surge.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import type { LoadedConfig } from '../../surge-file/config/load-config.ts';
import type { LoadedSurge } from '../../surge-file/load-surge.ts';
import { hasWaitingRoom } from '../target/has-waiting-room.ts';
import type { ChosenTarget } from '../target/target-settings.ts';
import { chosenProfile } from './chosen-profile.ts';
import type { ForecastChoice, RehearseOptions } from './options.ts';

/** A surge as this run sends it, before a forecast takes the place of its arrivals. */
export interface ChosenSurge {
  readonly configuration: RunConfiguration;
  readonly accounts: Accounts<unknown> | null;
  /** The forecast to send; null for the arrivals of the configuration. */
  readonly forecast: ForecastChoice | null;
}

function withNodes(configuration: RunConfiguration, nodes: number | null): RunConfiguration {
  const { profile } = configuration;
  if (nodes === null || profile.service === null || profile.service.nodes === nodes) return configuration;
  return renamed({ ...configuration, profile: { ...profile, service: { ...profile.service, nodes } } });
}

const renamed = (configuration: RunConfiguration): RunConfiguration => ({
  ...configuration,
  profileName: customProfile(configuration.profileName),
});

/** A surge names its forecast by a path beside it. */
function besideFile({ forecast, quantile, event, scale }: ForecastArrivals, surgeFile: string): ForecastChoice {
  return { file: resolve(dirname(surgeFile), forecast), quantile, event, scale };
}

/** Resolves the surge for its profile, target and flags; null, and problems, when it is not sound. */
export function chooseSurge(
  loaded: LoadedSurge,
  { config }: LoadedConfig,
  target: ChosenTarget | null,
  options: RehearseOptions,
  problems: string[],
): ChosenSurge | null {
  const { definition } = loaded;
  const profileName = chosenProfile(definition, options.profile, problems);
  const kind = { hasWaitingRoom: hasWaitingRoom(target, definition), isService: target?.kind !== 'http' };
  const result = resolveSurge({ definition, profileName, config, target: kind });
  if ('problems' in result) {
    problems.push(...result.problems.map(({ path, message }) => (path === '' ? `surge: ${message}` : `${path}: ${message}`)));
    return null;
  }
  const { configuration, forecast, accounts } = result.resolved;
  const replaced = withArrivals(configuration, options.rate, options.seconds);
  const own = forecast === null || options.rate !== null ? null : besideFile(forecast, loaded.file);
  const sized = withNodes(replaced, options.nodes);
  return { configuration: options.forecast === null ? sized : renamed(sized), accounts, forecast: options.forecast ?? own };
}
