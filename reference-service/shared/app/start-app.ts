import { identityOf } from '../identity.ts';
import { loopbackAddress } from '../network/loopback.ts';
import type { WarmUpRequest } from '../network/send-warm-up.ts';
import { type Fleet, fleetOf } from '../simulation/fleet.ts';
import type { NodeSize } from '../simulation/service-time.ts';
import type { AppConfig } from './app-config.ts';
import { type AppFace, buildApp } from './build-app.ts';

/** What a service runs behind its HTTP face. */
export interface AppPlan {
  readonly node: { readonly [Name in keyof NodeSize]: number };
  face(fleet: Fleet): AppFace;
  /** Requests by which a fresh process is warmed up before the run. */
  readonly warmUp: readonly WarmUpRequest[];
  /** Ends what the routes use, after the last answer. */
  close(): Promise<void>;
}

export interface RunningApp {
  readonly url: string;
  readonly fleet: Fleet;
  close(): Promise<void>;
}

/** Starts the nodes of a service, which share one process and one port. Rejects with a sentence when the port is taken. */
export async function startApp(config: AppConfig, plan: AppPlan): Promise<RunningApp> {
  const fleet = fleetOf({ nodes: config.nodes, ...plan.node }, config.seed);
  const app = await buildApp(plan.face(fleet), identityOf(config.service, config.runId, config.nodes));
  const close = async (): Promise<void> => {
    await app.close();
    await plan.close();
  };
  try {
    const url = await app.listen({ host: loopbackAddress('127.0.0.1'), port: config.port, backlog: 4_096 });
    return { url, fleet, close };
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`app port: must be free, got ${config.port}, which is in use; choose another or 0`);
  }
}
