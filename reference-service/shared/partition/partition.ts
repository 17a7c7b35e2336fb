import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Direction } from '../../../models/workload/surge/fault.ts';
import { freePort } from '../network/free-port.ts';
import type { Running } from '../process/run-part.ts';

/** A proxy between two parts, through which messages can be lost. */
export interface PartitionConfig {
  /** Path of toxiproxy. */
  readonly program: string;
  readonly host: string;
  readonly port: number;
  /** Of the draw which connections are hit. */
  readonly seed: number;
}

export interface PartitionReady {
  /** Where the part that calls the other one has to connect. */
  readonly host: string;
  readonly port: number;
}

/** What is lost from now on; null: nothing. */
export interface PartitionOrder {
  readonly lose: { readonly direction: Direction; readonly share: number } | null;
}

const HOST = '127.0.0.1';
const NAME = 'between';
/** toxiproxy calls what goes to the other side upstream. */
const STREAMS = { requests: ['upstream'], replies: ['downstream'], both: ['upstream', 'downstream'] } as const;
/** Milliseconds until toxiproxy must answer. */
const START_DEADLINE = 10_000;

async function send(url: string, method: string, body?: unknown): Promise<void> {
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, { method, ...json, signal: AbortSignal.timeout(5_000) });
  if (!answer.ok && !(method === 'DELETE' && answer.status === 404))
    throw new Error(`toxiproxy answered ${answer.status} to ${method}: ${(await answer.text()).slice(0, 200)}`);
}

async function untilUp(api: string, child: ChildProcess): Promise<void> {
  const began = Date.now();
  for (;;) {
    if (child.exitCode !== null) throw new Error(`toxiproxy ended with code ${child.exitCode}`);
    const isUp = await send(`${api}/version`, 'GET').then(
      () => true,
      () => false,
    );
    if (isUp) return;
    if (Date.now() - began > START_DEADLINE) throw new Error(`toxiproxy did not answer within ${START_DEADLINE / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Loses what the order says: data is dropped and connections stay open, as when a switch in between is broken. */
async function lose(proxy: string, { lose: what }: PartitionOrder): Promise<void> {
  for (const stream of STREAMS.both) await send(`${proxy}/toxics/${stream}`, 'DELETE');
  if (what === null) return;
  for (const stream of STREAMS[what.direction])
    await send(`${proxy}/toxics`, 'POST', { name: stream, type: 'timeout', stream, toxicity: what.share, attributes: { timeout: 0 } });
}

/** Runs toxiproxy between two parts, for as long as this process lives. */
export async function keepPartition({ program, host, port, seed }: PartitionConfig): Promise<Running<PartitionReady>> {
  const [apiPort, listenPort] = [await freePort(HOST), await freePort(HOST)];
  const child = spawn(program, ['-host', HOST, '-port', String(apiPort), '-seed', String(seed)], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  exited.catch(() => {});
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await exited.catch(() => {});
  };
  process.on('exit', () => child.kill('SIGKILL'));
  const api = `http://${HOST}:${apiPort}`;
  try {
    await untilUp(api, child);
    await send(`${api}/proxies`, 'POST', { name: NAME, listen: `${HOST}:${listenPort}`, upstream: `${host}:${port}`, enabled: true });
  } catch (error) {
    await stop();
    throw error;
  }
  child.on('exit', () => process.exit(1));
  return {
    ready: { host: HOST, port: listenPort },
    obey: (order) => lose(`${api}/proxies/${NAME}`, order as PartitionOrder),
    stop: async () => {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
    },
  };
}
