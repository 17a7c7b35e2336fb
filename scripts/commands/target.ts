import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { removeLeftovers, temporaryFolder } from '../processes/temporary-folder.ts';
import { listenForInterrupts } from '../rehearse/interrupts.ts';
import { MOST_NODES, wholeNumber } from '../rehearse/plan/options.ts';
import { type OwnDatabase, ownDatabase } from '../rehearse/target/own-database.ts';
import { type ServedSize, servedSize } from '../rehearse/target/served-size.ts';
import type { Console } from '../terminal/console.ts';

export interface TypedTargetOptions {
  readonly nodes?: string;
  readonly port: string;
  readonly surge?: string;
  readonly profile?: string;
}

const HOST = '127.0.0.1';
const LAST_PORT = 65_534;

function checked(typed: TypedTargetOptions): { nodes: number | null; port: number } {
  const nodes = typed.nodes === undefined ? null : wholeNumber(typed.nodes, 1, MOST_NODES);
  const port = wholeNumber(typed.port, 1_024, LAST_PORT);
  const problems: string[] = [];
  if (typed.nodes !== undefined && nodes === null)
    problems.push(`--nodes: must be a whole number from 1 to ${MOST_NODES}, got ${typed.nodes}`);
  if (port === null) problems.push(`--port: must be a whole number from 1024 to ${LAST_PORT}, got ${typed.port}`);
  if (port === null || problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
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

/** The database of the environment, when the service needs one. */
async function databaseFor(service: string): Promise<OwnDatabase | null> {
  const [{ usesDatabase }, { loadConfig }] = await Promise.all([
    import('../../reference-service/known-services.ts'),
    import('../surge-file/config/load-config.ts'),
  ]);
  if (!process.env.DATABASE_URL || !(await usesDatabase(service))) return null;
  const own = ownDatabase(process.env, (await loadConfig(null)).config);
  if (own !== null && 'problem' in own) throw new SurgeproofError('target-not-allowed', { problems: [own.problem] });
  return own;
}

interface Start {
  readonly service: string;
  readonly size: Omit<ServedSize, 'surge'>;
  readonly port: number;
  readonly dataDir: string;
  readonly database: OwnDatabase | null;
}

async function start({ service, size, port, dataDir, database }: Start) {
  const { startService } = await import('../../reference-service/start-service.ts');
  return startService({
    service,
    ...size,
    seed: 1,
    runId: 'served',
    dataDir,
    ports: { waitingRoom: port, app: port + 1 },
    ...database,
  }).catch((error: unknown) => {
    throw new SurgeproofError('target-failed', { reason: error instanceof Error ? error.message : String(error) });
  });
}

/** What to type next: by the name that k6.config.ts of this folder has for these addresses, or else by what it must be given. */
async function nextLines(surge: string, app: string, room: string | null): Promise<string[]> {
  const { loadConfig } = await import('../surge-file/config/load-config.ts');
  // A configuration that cannot be read is a problem of the rehearsal, which says so.
  const targets = await loadConfig(null)
    .then(({ config }) => Object.values(config.targets))
    .catch(() => []);
  const listed = targets.find(({ bases, waitingRoom }) => bases.app === app && (waitingRoom?.base ?? null) === room);
  if (listed !== undefined) return [`Next    surgeproof rehearse ${surge} --target ${listed.name}`];
  if (room === null) return [`Next    surgeproof rehearse ${surge} --target ${app}`];
  return [
    `Next    surgeproof rehearse ${surge} --target served`,
    `        with, in targets of k6.config.ts: served: { url: '${app}', waitingRoom: { url: '${room}' } }`,
  ];
}

/** `surgeproof target <service>`: serves a reference service at fixed ports until somebody stops it. */
export async function target(service: string, typed: TypedTargetOptions, console: Console): Promise<ExitCode> {
  const { nodes, port } = checked(typed);
  const { surge, ...size } = await servedSize(service, typed, nodes);
  const database = await databaseFor(service);
  await requireFree(port);
  await requireFree(port + 1);
  removeLeftovers();
  const interrupts = listenForInterrupts(() => process.exit(EXIT.interrupted));
  const dataDir = await temporaryFolder('data');
  try {
    const running = await start({ service, size, port, dataDir, database });
    const { bases, waitingRoom } = running;
    const room = waitingRoom === null ? '' : `waiting room ${waitingRoom.base}, `;
    console.out(`Serving ${service} until Ctrl-C: ${room}app ${bases.app} (${size.size.nodes} nodes).`);
    for (const line of await nextLines(surge, bases.app!, waitingRoom?.base ?? null)) console.out(line);
    console.document({
      schema: 'surgeproof/target',
      version: 2,
      service,
      bases,
      waitingRoom: waitingRoom?.base ?? null,
      nodes: size.size.nodes,
    });
    const died = running.exited.then(({ part }) => part);
    const part = await Promise.race([interrupts.first.then(() => null), died]);
    await running.stop();
    if (part !== null) throw new SurgeproofError('target-failed', { reason: `the ${part} ended by itself` });
    return EXIT.ok;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
    interrupts.release();
  }
}
