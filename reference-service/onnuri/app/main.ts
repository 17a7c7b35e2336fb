import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { handOver } from '../../shared/process/hand-over.ts';
import type { ToPart } from '../../shared/process/messages.ts';
import { type Running, runPart } from '../../shared/process/run-part.ts';
import { TYPESCRIPT_FLAGS } from '../../shared/process/typescript-loader.ts';
import type { NodeConfig } from './node-config.ts';

/** The nodes of the app; `nodes` of them share one port. */
export type AppConfig = Omit<NodeConfig, 'node'>;

export interface AppReady {
  readonly url: string;
  /** Process ids of the nodes, in order. */
  readonly nodes: readonly number[];
}

/** Starts one node and waits until it serves. */
async function startWorker(config: NodeConfig): Promise<{ worker: Worker; url: string }> {
  const worker = cluster.fork();
  const { url } = await handOver<NodeConfig, { url: string }>(worker, config);
  return { worker, url };
}

async function stopWorkers(): Promise<void> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const stopping = workers.map((worker) => {
    worker.send({ type: 'stop' } satisfies ToPart<never>, () => {});
    return once(worker, 'exit');
  });
  await Promise.all(stopping);
}

/** A node that dies is not started again: what it carried goes to the others, as with servers. Without any node, the app ends. */
function watchNodes(isStopping: () => boolean): void {
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping()) return;
    console.error(`node ${worker.id} ended with ${signal ?? `code ${code}`}`);
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(1);
  });
}

async function startApp(config: AppConfig): Promise<Running<AppReady>> {
  cluster.setupPrimary({ exec: fileURLToPath(new URL('node-main.ts', import.meta.url)), execArgv: [...TYPESCRIPT_FLAGS] });
  let stopping = true;
  watchNodes(() => stopping);
  try {
    const numbers = Array.from({ length: config.nodes }, (_, i) => i + 1);
    const started = await Promise.all(numbers.map((node) => startWorker({ ...config, node })));
    stopping = false;
    const stop = async (): Promise<void> => {
      stopping = true;
      await stopWorkers();
    };
    return { ready: { url: started[0]?.url ?? '', nodes: started.map(({ worker }) => worker.process.pid ?? 0) }, stop };
  } catch (error) {
    await stopWorkers();
    throw error;
  }
}

runPart(startApp);
