import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CARRIERS } from '../../../models/people/person.ts';
import { type Random, randomFrom } from '../../../models/workload/users/random.ts';
import { drawLognormal, type Lognormal } from '../../shared/lognormal.ts';
import { loopbackAddress } from '../../shared/loopback.ts';
import { type WorkerPool, workerPool } from '../../shared/worker-pool.ts';

/** One dependency: its service time and how many requests it works on at once. */
export interface DependencyPlan extends Lognormal {
  readonly concurrency: number;
}

/** The dependencies of the reference service; every carrier follows the plan `carrier` with workers of its own. */
export interface DependencyPlans {
  readonly carrier: DependencyPlan;
  readonly bank: DependencyPlan;
}

/** Requests that may wait in front of one dependency; beyond it answers 503. */
const LINE_LIMIT = 5_000;

interface Dependency {
  readonly pool: WorkerPool;
  readonly plan: DependencyPlan;
  readonly random: Random;
}

function dependenciesOf(plans: DependencyPlans, seed: number): Map<string, Dependency> {
  const paths = [...CARRIERS.map((carrier) => `/carrier/${carrier}`), '/bank'];
  const made = paths.map((path, i): [string, Dependency] => {
    const plan = path === '/bank' ? plans.bank : plans.carrier;
    return [path, { pool: workerPool(plan.concurrency, LINE_LIMIT), plan, random: randomFrom(seed, i) }];
  });
  return new Map(made);
}

async function answer({ pool, plan, random }: Dependency): Promise<number> {
  try {
    await pool.take();
  } catch {
    return 503;
  }
  await pause(drawLognormal(plan, random));
  pool.give();
  return 200;
}

/**
 * The stand-ins for carriers and card networks: `POST /carrier/<name>` and `POST /bank` answer 200 after a drawn service time,
 * 503 when their line is full. Each has its own workers, so one can be saturated while the others are idle.
 */
export async function startDependencies(plans: DependencyPlans, seed: number): Promise<{ url: string; close(): Promise<void> }> {
  const dependencies = dependenciesOf(plans, seed);
  const server: Server = createServer((request, response) => {
    const dependency = dependencies.get(request.url ?? '');
    request.resume();
    if (dependency === undefined) response.writeHead(404).end();
    else void answer(dependency).then((status) => response.writeHead(status, { 'content-length': 0 }).end());
  });
  const host = loopbackAddress('127.0.0.1');
  server.keepAliveTimeout = 120_000;
  server.listen(0, host);
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, close };
}
