import type { EngineRun, LineKind } from '../../../models/workload/surge/run-configuration.ts';
import type { Step, Surge, SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { WAITING_ROOM_STEPS } from '../../../models/workload/surge/waiting-room-steps.ts';

/** Steps of `engine/bench/five-steps.surge.ts`. */
const STEPS = ['open', 'session', 'items', 'basket', 'order'];

const step = (name: string): Step => ({ name, title: name, room: false, rare: false, tags: {} });

export const BENCH_SURGE: Surge = {
  name: 'five-steps',
  title: 'Five steps',
  story: 'For benches.',
  lanes: [{ name: 'main', cost: 1 }],
  journeys: [{ name: 'buy', title: 'Buy', share: 1, lane: 'main' }],
  steps: [...WAITING_ROOM_STEPS, ...STEPS.map(step)],
  demand: null,
  facts: {},
  assumed: [],
};

/** A run of the bench surge against the stub at `url`, whose waiting room speaks surgeproof's own protocol. */
export function benchRun(url: string, profile: SurgeProfile, line: LineKind): EngineRun {
  return {
    configuration: { surge: BENCH_SURGE, profileName: 'bench', profile, budgets: { steps: {}, journeys: {} }, queue: null },
    target: {
      name: 'bench',
      bases: { app: url },
      waitingRoom: { base: url, dialect: 'surgeproof' },
      headers: {},
      connections: 'shared',
      acceptEncoding: null,
      insecure: false,
      clientCertificate: null,
    },
    seed: 1,
    accounts: null,
    startedAt: null,
    managed: true,
    log: true,
    stop: null,
    walk: false,
    line,
  };
}
