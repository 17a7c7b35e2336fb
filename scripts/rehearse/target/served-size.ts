import { resolveSurge } from '../../../models/definition/resolve/resolve-surge.ts';
import { fieldsOf } from '../../../models/workload/checks/problem.ts';
import { plannedLanes } from '../../../models/workload/surge/planned-lanes.ts';
import type { ServiceSize } from '../../../models/workload/surge/surge.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { mostPeople } from '../../machine/surge-needs.ts';
import { builtInSurges } from '../../surge-file/built-in-surges.ts';
import { loadConfig } from '../../surge-file/config/load-config.ts';
import { type LoadedSurge, loadSource, loadSurge } from '../../surge-file/load-surge.ts';
import { similarTo } from '../../terminal/similar.ts';
import { hasWaitingRoom } from './has-waiting-room.ts';

/** How large a reference service is that is served by itself: as a surge of it wants it. */
export interface ServedSize {
  /** The surge, as it is named on the command line. */
  readonly surge: string;
  readonly size: ServiceSize;
  readonly lanes: { name: string; cost: number; share: number }[];
  readonly people: number;
}

/** The profile that fits one machine for some minutes, by habit. */
const USUAL_PROFILE = 'lab';

interface Named {
  readonly name: string;
  readonly loaded: LoadedSurge;
}

const lanesOf = ({ loaded }: Named): number => Object.keys(fieldsOf(loaded.definition.lanes) ?? {}).length;

/** Of the built-in surges that name the service the one with the most lanes: it serves the journeys of the others too. */
async function surgeOf(service: string): Promise<Named> {
  const all = await Promise.all(
    builtInSurges().map(async ({ name, file }): Promise<Named> => ({ name, loaded: await loadSource({ file, contents: null }) })),
  );
  const serviceNamed = ({ loaded }: Named): unknown => fieldsOf(loaded.definition.target)?.service;
  const [first] = all.filter((one) => serviceNamed(one) === service).sort((a, b) => lanesOf(b) - lanesOf(a));
  if (first !== undefined) return first;
  const known = [...new Set(all.map(serviceNamed))].filter((name) => typeof name === 'string');
  const similar = similarTo(service, known);
  const problem = `service: must be one of ${known.join(', ')}, got ${service}${similar === null ? '' : `; did you mean ${similar}?`}`;
  throw new SurgeproofError('invalid-options', { problems: [problem] });
}

/** The size of a service by `--surge` and `--profile`, or else by its built-in surge with the most lanes. */
export async function servedSize(
  service: string,
  wish: { readonly surge?: string; readonly profile?: string },
  nodes: number | null,
): Promise<ServedSize> {
  const { name, loaded } = wish.surge === undefined ? await surgeOf(service) : { name: wish.surge, loaded: await loadSurge(wish.surge) };
  const { config } = await loadConfig(null);
  const profiles = Object.keys(fieldsOf(loaded.definition.profiles) ?? {});
  const profileName = wish.profile ?? (profiles.includes(USUAL_PROFILE) ? USUAL_PROFILE : (profiles.at(-1) ?? USUAL_PROFILE));
  const target = { hasWaitingRoom: hasWaitingRoom(null, loaded.definition), isService: true };
  const result = resolveSurge({ definition: loaded.definition, profileName, config, target });
  if ('problems' in result) {
    const problems = result.problems.map(({ path, message }) => `${path}: ${message}`);
    throw new SurgeproofError('invalid-configuration', { file: name, problems });
  }
  const { surge, profile } = result.resolved.configuration;
  if (profile.service === null)
    throw new SurgeproofError('invalid-options', { problems: [`--surge: must name a reference service, got ${name}`] });
  return {
    surge: name,
    size: { ...profile.service, nodes: nodes ?? profile.service.nodes, doorsOpenAfter: 0 },
    lanes: [...plannedLanes(surge)],
    people: mostPeople(profile),
  };
}
