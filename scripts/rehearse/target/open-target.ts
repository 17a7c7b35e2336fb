import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MERCHANTS } from '../../../models/people/merchant.ts';
import { plannedLanes } from '../../../models/workload/surge/planned-lanes.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import type { Plan } from '../plan/plan.ts';
import { askIdentity, type IdentityAnswer, identityText } from './target-identity.ts';

/** A target that traffic may be sent to. */
export interface OpenTarget {
  readonly app: string;
  readonly waitingRoom: string;
  /** What it said it is; null when nobody answered. */
  readonly identity: string | null;
  readonly simulated: boolean;
  /** App nodes; null for a target that was not started here. */
  readonly nodes: number | null;
  /** The ledger; null when it is not ours to read. */
  readonly databaseUrl: string | null;
  /** Settles with a sentence when a part of it ends by itself; never for a target that was not started here. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const NEVER = new Promise<never>(() => {});

/** Starts the embedded service, or looks who answers at the addresses of an http target. */
export async function openTarget(plan: Plan, runId: string, onLog: (line: string) => void): Promise<OpenTarget> {
  return plan.target.kind === 'embedded' ? startTarget(plan, runId, onLog) : meetTarget(plan);
}

async function startTarget({ configuration, options, needs }: Plan, runId: string, onLog: (line: string) => void): Promise<OpenTarget> {
  const { startEmbedded } = await import('../../../reference-service/onnuri/embedded.ts');
  const { surge, profile } = configuration;
  const nodes = options.nodes ?? profile.nodes;
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-data-'));
  const forget = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  const databaseUrl = process.env.DATABASE_URL;
  try {
    const service = await startEmbedded({
      nodes,
      lanes: plannedLanes(surge),
      tokensPerSecond: profile.admissionTokens,
      opensAfterSeconds: profile.doorsOpenAfter,
      users: needs.people,
      merchants: MERCHANTS,
      runId,
      dataDir,
      onLog,
      seed: options.seed,
      ...(databaseUrl ? { databaseUrl } : {}),
    });
    const identity = await askIdentity(service.app);
    const stop = async (): Promise<void> => {
      await service.stop();
      await forget();
    };
    return {
      app: service.app,
      waitingRoom: service.waitingRoom,
      identity: identity.state === 'known' ? identityText(identity.identity) : null,
      simulated: true,
      nodes,
      databaseUrl: service.databaseUrl,
      died: service.exited.then(
        ({ part, code }) => `the ${part} of the embedded service ended (${code === null ? 'killed' : `code ${code}`})`,
      ),
      stop,
    };
  } catch (error) {
    await forget();
    throw new SurgeproofError('target-failed', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function meetTarget({ target, options }: Plan): Promise<OpenTarget> {
  const { app = '', waitingRoom = '' } = target;
  const [answer, roomAnswer] = await Promise.all([askIdentity(app), askIdentity(waitingRoom)]);
  const problems = [
    ...identityProblems(`target ${options.target}.app`, app, answer, 'app'),
    ...identityProblems(`target ${options.target}.waitingRoom`, waitingRoom, roomAnswer, 'waiting-room'),
  ];
  const [own, room] = [answer, roomAnswer].map((one) => (one.state === 'known' ? one.identity : null));
  if (own && room && identityText(own) !== identityText(room)) {
    problems.push(
      `target ${options.target}: app and waiting room must belong together, got ${identityText(own)} and ${identityText(room)}`,
    );
  }
  if (problems.length > 0) throw new SurgeproofError('target-not-allowed', { problems });
  return {
    app,
    waitingRoom,
    identity: own ? identityText(own) : null,
    simulated: own?.simulated ?? false,
    nodes: null,
    databaseUrl: null,
    died: NEVER,
    stop: async () => {},
  };
}

/** A part that is down is measured as such; one that answers must say that it is what it is taken for. */
function identityProblems(where: string, address: string, answer: IdentityAnswer, part: 'app' | 'waiting-room'): string[] {
  if (answer.state === 'gone') return [];
  if (answer.state !== 'known') {
    return [
      `${where}: must say at ${address}/.well-known/surgeproof-target that it may be loaded, got ${answer.reason}; start it with \`surgeproof target\``,
    ];
  }
  const { identity } = answer;
  if (identity.part === part) return [];
  return [`${where}: must be the ${part}, got the ${identity.part} at ${address}; the two addresses are exchanged`];
}
