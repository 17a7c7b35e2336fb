import type { HpaArguments } from '../../../models/reliability/hpa.ts';
import type { BacklogArguments } from '../../../models/transient/backlog.ts';
import type { DrainArguments } from '../../../models/transient/drain.ts';
import type { SineArguments } from '../../../models/transient/offered-load-sine.ts';
import type { StaffingSineArguments } from '../../../models/transient/staffing-sine.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

const sine = { mean: needed(), amplitude: needed(), frequency: needed(), serviceRate: needed() };

/** Arrivals that change with time, and what follows them late. */
export const transientFunctions: readonly CalcFunction[] = [
  calcFunction<SineArguments>(
    'offered-load-sine',
    'busy servers needed under a sine of arrivals',
    { ...sine, at: needed() },
    async (args) => (await import('../../../models/transient/offered-load-sine.ts')).offeredLoadSine(args),
  ),
  calcFunction<{ arrivalRate: number; serviceRate: number; at: number }>(
    'offered-load-start',
    'busy servers needed after a start from empty',
    { arrivalRate: needed(), serviceRate: needed(), at: needed() },
    async (args) => (await import('../../../models/transient/offered-load-start.ts')).offeredLoadStart(args),
  ),
  calcFunction<StaffingSineArguments>(
    'staffing-sine',
    'probability of waiting over a period when servers follow a sine of arrivals',
    { ...sine, delayProbability: needed(), method: needed(['mol', 'psa', 'constant']) },
    async (args) => (await import('../../../models/transient/staffing-sine.ts')).staffingSine(args),
  ),
  calcFunction<DrainArguments>(
    'drain',
    'time until a queue is empty',
    { queued: needed(), admitRate: needed(), arrivalRate: needed(), patience: maybe() },
    async (args) => (await import('../../../models/transient/drain.ts')).drain(args),
  ),
  calcFunction<BacklogArguments>(
    'backlog',
    'backlog and wait when arrivals exceed capacity for a while',
    { arrivals: needed('points'), capacity: needed('points') },
    async (args) => (await import('../../../models/transient/backlog.ts')).backlog(args),
  ),
  calcFunction<{ occupancy: number; taskTime: number; holdTime: number }>(
    'waiting-room',
    'admission rate that keeps an occupancy',
    { occupancy: needed(), taskTime: needed(), holdTime: needed() },
    async (args) => (await import('../../../models/transient/waiting-room.ts')).waitingRoomAdmissions(args),
  ),
  calcFunction<{ users: number; interval: number }>(
    'poll-rate',
    'request rate of polling users',
    { users: needed(), interval: needed() },
    async (args) => (await import('../../../models/transient/poll-rate.ts')).pollRate(args),
  ),
  calcFunction<HpaArguments>(
    'hpa',
    'replicas requested by the Kubernetes autoscaler',
    { replicas: needed(), current: needed(), target: needed(), tolerance: maybe() },
    async (args) => (await import('../../../models/reliability/hpa.ts')).hpaReplicas(args),
  ),
];
