import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import type { Random } from '../../../models/workload/users/random.ts';
import { ServiceError } from '../service-error.ts';
import { exactTimer } from './exact-timer.ts';
import { drawLognormal, type Lognormal } from './lognormal.ts';
import type { ServiceTime } from './service-time.ts';
import { type Strain, strainOf } from './strain.ts';
import { type WorkerPool, workerPool } from './worker-pool.ts';

/** One dependency: its service time and how many requests it works on at once. */
export interface DependencyPlan extends Lognormal {
  readonly concurrency: number;
  /** Requests that may wait in front of it, beyond which it fails at once; 5,000 unless given. */
  readonly lineLimit?: number | undefined;
}

/** The same with the ground of its numbers. */
export interface DependencyTimes extends ServiceTime {
  readonly concurrency: Quantity;
}

export function dependencyPlanOf({ p50, p99, concurrency }: DependencyTimes): DependencyPlan {
  return { p50: p50.value, p99: p99.value, concurrency: concurrency.value };
}

const LINE_LIMIT = 5_000;
/** Milliseconds after which a worker that must rest looks again. */
const REST = 50;

/** What a dependency works with. */
interface Works {
  readonly plan: DependencyPlan;
  readonly pool: WorkerPool;
  readonly strain: Strain;
  readonly random: Random;
  readonly spend: (milliseconds: number) => Promise<void>;
  /** Workers that really work. */
  working: number;
}

/** Works on one request for its drawn time; goes on when the caller has stopped waiting. */
async function answer(works: Works): Promise<void> {
  const { plan, pool, strain, random, spend } = works;
  if (strain.errors > 0 && random() < strain.errors) throw new Error('refused on purpose');
  await pool.take();
  // With less than its capacity, the workers that are too many hold their request until they may work again.
  while (works.working >= Math.ceil(plan.concurrency * strain.capacity)) await new Promise((resolve) => setTimeout(resolve, REST));
  works.working++;
  await spend(drawLognormal(plan, random) * strain.times + strain.plus);
  works.working--;
  pool.give();
}

/**
 * SIMULATED. A stand-in for somebody else's system that all nodes of a service call, with workers of its own: it can be saturated
 * while others are idle. Returns the call, which rejects with a `ServiceError` in the name of the third party: 504 when there is no
 * answer within `timeout` milliseconds, 502 when its line is full.
 */
export function dependency(name: string, plan: DependencyPlan, random: Random, timeout: number): () => Promise<void> {
  const pool = workerPool(plan.concurrency, plan.lineLimit ?? LINE_LIMIT);
  const works: Works = { plan, pool, strain: strainOf(name), random, spend: exactTimer(plan.concurrency), working: 0 };
  const failed = (status: number, code: string, what: string): ServiceError =>
    new ServiceError(status, code, `${name} ${what}`, 'third party');
  return () =>
    new Promise((resolve, reject) => {
      const late = (): void => reject(failed(504, 'dependency-timeout', `did not answer in ${timeout} ms`));
      const timer = setTimeout(late, timeout);
      void answer(works)
        .then(resolve, () => reject(failed(502, 'dependency-failed', 'refused the request')))
        .finally(() => clearTimeout(timer));
    });
}
