import { fileURLToPath } from 'node:url';
import { resolveConfig } from '../../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../../models/definition/resolve/resolve-surge.ts';
import type { EngineRun, LineKind, RunConfiguration, Target } from '../../../models/workload/surge/run-configuration.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import type { Source } from '../../../scripts/surge-file/source.ts';
import { oneStepSurge } from '../surges/one-step.ts';

/** What a run is told besides its room. */
export interface Told {
  readonly lanes: readonly string[];
  readonly dialect?: NonNullable<Target['waitingRoom']>['dialect'];
  /** Name of the constant in `surges/foreign-dialect.ts`: the functions of the surge file. */
  readonly functions?: string;
  readonly profile?: Partial<SurgeProfile>;
  readonly target?: Partial<Target>;
  readonly seed?: number;
}

/** Half would lose patience after 30,000 years. Milliseconds. */
const ENDLESS_PATIENCE = 1e15;
/** Everybody tries again, after the same time: with chance, a person's luck would hang on the order of others. */
const PAUSE = 601;

/** Two hundred people in four seconds, in two VUs, twelve seconds in all; two phases. */
const PROFILE: Partial<SurgeProfile> = {
  arrivalSeconds: 4,
  drainSeconds: 8,
  hosts: 2,
  clientTimeout: 3_500,
  impatienceMedian: ENDLESS_PATIENCE,
  retry: { probability: 1, maxRetries: 3, quickRetries: 3, quickLow: PAUSE, quickHigh: PAUSE, slowMedian: PAUSE, slowP95: PAUSE },
  phases: [
    { name: 'arriving', from: 0, judged: true },
    { name: 'later', from: 4.01, judged: true },
  ],
};

const file = (name: string): string => fileURLToPath(new URL(`../surges/${name}.ts`, import.meta.url));

/** The surge file of a run, as a text. */
export function surgeSource({ lanes, functions }: Told): Source {
  const dialect = functions === undefined ? '' : `import { ${functions} as own } from '${file('foreign-dialect')}';\n`;
  const contents = `${dialect}import { oneStepSurge } from '${file('one-step')}';
export default oneStepSurge(${JSON.stringify(lanes)}${dialect === '' ? '' : ', own'});
`;
  return { file: file('made.surge'), contents };
}

function configurationOf({ lanes, profile = {} }: Told): RunConfiguration {
  const read = resolveConfig({});
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const target = { hasWaitingRoom: true, isService: false };
  const answer = resolveSurge({ definition: oneStepSurge(lanes), profileName: 'run', config: read.config, target });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  const { configuration } = answer.resolved;
  return { ...configuration, profile: { ...configuration.profile, ...PROFILE, ...profile } };
}

/** A run of the surge against the room at `url`. */
export function engineRun(line: LineKind, url: string, stop: string, told: Told): EngineRun {
  return {
    configuration: configurationOf(told),
    target: {
      ...{ name: 'room', bases: { app: url }, waitingRoom: { base: url, dialect: told.dialect ?? 'surgeproof' }, headers: {} },
      ...{ connections: 'shared', acceptEncoding: null, insecure: false, clientCertificate: null },
      ...told.target,
    },
    ...{ seed: told.seed ?? 1, accounts: null, startedAt: null, managed: true, log: true, stop, walk: false },
    line,
  };
}
