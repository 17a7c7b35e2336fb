import type { HpaArguments } from '../../../models/reliability/hpa.ts';
import type { BacklogArguments } from '../../../models/transient/backlog.ts';
import type { DrainArguments } from '../../../models/transient/drain.ts';
import type { SineArguments } from '../../../models/transient/offered-load-sine.ts';
import type { StaffingSineArguments } from '../../../models/transient/staffing-sine.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';
import { arrivalRate, delayProbability, serviceRate } from './common-arguments.ts';

const sine = {
  mean: needed('mean arrivals per unit of time; λ(t) = mean + amplitude · sin(frequency · t)'),
  amplitude: needed('arrivals per unit of time by which the sine goes up and down, at most the mean'),
  frequency: needed('γ, radians per unit of time: the period is 2π/γ'),
  serviceRate,
};
const sineExample = { mean: 3, amplitude: 1, frequency: 1, serviceRate: 1 };

/** Arrivals that change with time, and what follows them late. */
export const transientFunctions: readonly CalcFunction[] = [
  calcFunction<SineArguments>(
    {
      name: 'offered-load-sine',
      about: 'busy servers needed under a sine of arrivals',
      args: { ...sine, at: needed('time, in the unit of the rates') },
      example: { ...sineExample, at: 0 },
    },
    async (args) => (await import('../../../models/transient/offered-load-sine.ts')).offeredLoadSine(args),
  ),
  calcFunction<{ arrivalRate: number; serviceRate: number; at: number }>(
    {
      name: 'offered-load-start',
      about: 'busy servers needed after a start from empty',
      args: { arrivalRate, serviceRate, at: needed('time since the start, in the unit of the rates') },
      example: { arrivalRate: 1, serviceRate: 1, at: 1 },
    },
    async (args) => (await import('../../../models/transient/offered-load-start.ts')).offeredLoadStart(args),
  ),
  calcFunction<StaffingSineArguments>(
    {
      name: 'staffing-sine',
      about: 'probability of waiting over a period when servers follow a sine of arrivals',
      args: {
        ...sine,
        delayProbability,
        method: needed('servers by the offered load (mol), by the current arrival rate (psa), or the same all the time', [
          'mol',
          'psa',
          'constant',
        ]),
      },
      example: { ...sineExample, delayProbability: 0.2, method: 'mol' },
    },
    async (args) => (await import('../../../models/transient/staffing-sine.ts')).staffingSine(args),
  ),
  calcFunction<DrainArguments>(
    {
      name: 'drain',
      about: 'time until a queue is empty',
      args: {
        queued: needed('people in line at the start'),
        admitRate: needed('admissions per unit of time'),
        arrivalRate: needed('people who still join per unit of time'),
        patience: maybe('mean time after which a waiting person leaves, in the unit of the rates; unlimited when left out'),
      },
      example: { queued: 40_000, admitRate: 1000, arrivalRate: 0 },
    },
    async (args) => (await import('../../../models/transient/drain.ts')).drain(args),
  ),
  calcFunction<BacklogArguments>(
    {
      name: 'backlog',
      about: 'backlog and wait when arrivals exceed capacity for a while',
      args: {
        arrivals: needed('arrivals per unit of time, linear between the points and constant outside', 'points'),
        capacity: needed('completions per unit of time, in the same way', 'points'),
      },
      example: {
        arrivals: [
          [0, 100],
          [60, 300],
          [120, 100],
        ],
        capacity: [[0, 200]],
      },
    },
    async (args) => (await import('../../../models/transient/backlog.ts')).backlog(args),
  ),
  calcFunction<{ occupancy: number; taskTime: number; holdTime: number }>(
    {
      name: 'waiting-room',
      about: 'admission rate that keeps an occupancy',
      args: {
        occupancy: needed('people allowed inside'),
        taskTime: needed('mean time of the task, in any unit; the answer is people per this unit'),
        holdTime: needed('mean time a place stays taken afterwards, in the same unit; 0 when it is given back at once'),
      },
      example: { occupancy: 1800, taskTime: 4, holdTime: 5 },
    },
    async (args) => (await import('../../../models/transient/waiting-room.ts')).waitingRoomAdmissions(args),
  ),
  calcFunction<{ users: number; interval: number }>(
    {
      name: 'poll-rate',
      about: 'request rate of polling users',
      args: {
        users: needed('people who poll'),
        interval: needed('time between two polls of one, in any unit; the answer is requests per this unit'),
      },
      example: { users: 40_000, interval: 20 },
    },
    async (args) => (await import('../../../models/transient/poll-rate.ts')).pollRate(args),
  ),
  calcFunction<HpaArguments>(
    {
      name: 'hpa',
      about: 'replicas requested by the Kubernetes autoscaler',
      args: {
        replicas: needed('replicas now, a whole number'),
        current: needed('mean of the metric over the replicas, in any unit such as percent of the CPU'),
        target: needed('value of the metric that is aimed at, in the same unit'),
        tolerance: maybe('share of the target within which nothing is done, 0 to 1 (0.1 for 10 %); 0.1 when left out'),
      },
      example: { replicas: 4, current: 90, target: 60 },
    },
    async (args) => (await import('../../../models/reliability/hpa.ts')).hpaReplicas(args),
  ),
];
