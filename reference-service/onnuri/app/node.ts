import { type Random, randomFrom } from '../../../models/workload/users/random.ts';
import { drawLognormal } from '../../shared/lognormal.ts';
import { PoolFullError, workerPool } from '../../shared/worker-pool.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type AppStep, SERVICE_TIMES } from '../service-times.ts';
import type { DependencyClient } from './dependency-client.ts';
import { exactTimer } from './exact-timer.ts';
import type { NodeConfig } from './node-config.ts';
import { ServiceError } from './service-error.ts';

/** An app node as its routes see it. */
export interface AppNode {
  readonly config: NodeConfig;
  readonly ledger: Ledger;
  readonly dependencies: DependencyClient;
  /**
   * Serves one request of a step: waits for a worker of this node, holds it during the call to the dependency and then for the
   * drawn service time, in which the real work is done. Rejects with 503 `maintenance` when the line is full.
   */
  serve<T>(step: AppStep, work: () => Promise<T>, dependency?: () => Promise<void>): Promise<T>;
}

const drawOf = (step: AppStep, random: Random): number => {
  const { p50, p99 } = SERVICE_TIMES[step];
  return drawLognormal({ p50: p50.value, p99: p99.value }, random);
};

function maintenance(cause: unknown): never {
  if (cause instanceof PoolFullError) throw new ServiceError(503, 'maintenance', '서버 점검 중', 'system');
  throw cause;
}

/** A node with workers of its own; its service times follow from the seed and its number. */
export function appNode(config: NodeConfig, ledger: Ledger, dependencies: DependencyClient): AppNode {
  const workers = workerPool(config.workers, config.queueLimit);
  const random = randomFrom(config.seed, config.node);
  const spend = exactTimer(config.workers);
  const serve = async <T>(step: AppStep, work: () => Promise<T>, dependency?: () => Promise<void>): Promise<T> => {
    await workers.take().catch(maintenance);
    let spent: Promise<void> | null = null;
    try {
      await dependency?.();
      spent = spend(drawOf(step, random));
      return await work();
    } finally {
      await spent;
      workers.give();
    }
  };
  return { config, ledger, dependencies, serve };
}
