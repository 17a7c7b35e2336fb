import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plannedLanes } from '../models/workload/planned-lanes.ts';
import { onnuriLaunch } from '../models/workload/surges/onnuri-launch.ts';
import { capacityOf } from './capacity.ts';
import { startEmbedded } from './embedded.ts';

/** The reference service by hand: `npx tsx target/serve.ts [--nodes 4] [--tokens 912]`, then `k6 run …` against it; Ctrl-C ends it. */
const PORTS = { waitingRoom: 8080, app: 8081 };

async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { nodes: { type: 'string', default: '4' }, tokens: { type: 'string', default: '912' } } });
  const nodes = Number(values.nodes);
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-'));
  const service = await startEmbedded({
    nodes,
    lanes: plannedLanes(onnuriLaunch),
    tokensPerSecond: Number(values.tokens),
    users: 60_000,
    merchants: 500,
    runId: 'by-hand',
    databaseUrl: process.env.DATABASE_URL,
    dataDir,
    onLog: console.error,
    ports: PORTS,
  });
  const { admissionsPerSecond } = capacityOf(nodes, onnuriLaunch.mix);
  console.log(`waiting room  ${service.waitingRoom}\napp           ${service.app}\nledger        ${service.databaseUrl}`);
  console.log(`${nodes} simulated nodes carry ${Math.round(admissionsPerSecond)} admissions/s of the launch mix. Ctrl-C ends the service.`);
  const signal = new Promise<null>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(null));
  });
  const ended = await Promise.race([service.exited, signal]);
  await service.stop();
  await rm(dataDir, { recursive: true, force: true });
  if (ended === null) return;
  console.error(`The ${ended.part} ended by itself with code ${ended.code}.`);
  process.exitCode = 1;
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
