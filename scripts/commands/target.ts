import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MERCHANTS } from '../../models/people/merchant.ts';
import { plannedLanes } from '../../models/workload/surge/planned-lanes.ts';
import { startEmbedded } from '../../reference-service/onnuri/embedded.ts';
import { onnuriLaunch } from '../../scenarios/onnuri/launch-surge.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { listenForInterrupts } from '../rehearse/interrupts.ts';
import { wholeNumber } from '../rehearse/plan/options.ts';
import type { Console } from '../terminal/console.ts';

export interface TypedTargetOptions {
  readonly nodes: string;
  readonly port: string;
}

const HOST = '127.0.0.1';
const MOST_NODES = 20;
const LAST_PORT = 65_534;
/** Enough people for the lab profile of the launch. */
const USERS = 60_000;

function checked(typed: TypedTargetOptions): { nodes: number; port: number } {
  const nodes = wholeNumber(typed.nodes, 1, MOST_NODES);
  const port = wholeNumber(typed.port, 1_024, LAST_PORT);
  const problems: string[] = [];
  if (nodes === null) problems.push(`--nodes: must be a whole number from 1 to ${MOST_NODES}, got ${typed.nodes}`);
  if (port === null) problems.push(`--port: must be a whole number from 1024 to ${LAST_PORT}, got ${typed.port}`);
  if (nodes === null || port === null) throw new SurgeproofError('invalid-options', { problems });
  return { nodes, port };
}

/** Says which port is taken before a part of the service fails over it. */
async function requireFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy())
      .once('error', () => reject(new SurgeproofError('port-in-use', { port })))
      .listen(port, HOST, () => server.close(() => resolve()));
  });
}

/** `surgeproof target`: serves the embedded service at fixed ports until somebody stops it. */
export async function target(typed: TypedTargetOptions, console: Console): Promise<ExitCode> {
  const { nodes, port } = checked(typed);
  await requireFree(port);
  await requireFree(port + 1);
  const interrupts = listenForInterrupts(() => process.exit(EXIT.interrupted));
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-data-'));
  try {
    const service = await startEmbedded({
      nodes,
      lanes: plannedLanes(onnuriLaunch),
      tokensPerSecond: onnuriLaunch.profiles.lab.admissionTokens,
      users: USERS,
      merchants: MERCHANTS,
      runId: 'served',
      dataDir,
      ports: { waitingRoom: port, app: port + 1 },
      ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
    }).catch((error: unknown) => {
      throw new SurgeproofError('target-failed', { reason: error instanceof Error ? error.message : String(error) });
    });
    const { app, waitingRoom } = service;
    console.out(`Serving until Ctrl-C: waiting room ${waitingRoom}, app ${app} (${nodes} nodes).`);
    console.out('Next    surgeproof rehearse smoke --target local');
    console.document({ schema: 'surgeproof/target', version: 1, app, waitingRoom, nodes });
    const died = service.exited.then(({ part }) => part);
    const part = await Promise.race([interrupts.first.then(() => null), died]);
    await service.stop();
    if (part !== null) throw new SurgeproofError('target-failed', { reason: `the ${part} ended by itself` });
    return EXIT.ok;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
    interrupts.release();
  }
}
