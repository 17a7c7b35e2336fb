import { rm } from 'node:fs/promises';
import { plannedLanes } from '../../models/workload/surge/planned-lanes.ts';
import type { Target } from '../../models/workload/surge/run-configuration.ts';
import type { RunningService } from '../../reference-service/start-service.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { partitionsIn } from './plan/fault-problems.ts';
import type { Plan } from './plan/plan.ts';
import type { Rehearsal } from './rehearsal.ts';
import { resolveHost } from './target/allow-target.ts';
import type { SaidIdentity } from './target/identity/confirm-identity.ts';
import { http2Problems } from './target/identity/http2-problems.ts';
import { meetTarget } from './target/identity/meet-target.ts';
import { askIdentity, identityText } from './target/identity/target-identity.ts';
import { type SecureOptions, secureOptions } from './target/secure-options.ts';
import type { HttpTarget, ServiceTarget } from './target/target-settings.ts';

/** A target that load may be sent to. */
export interface OpenTarget {
  /** As k6 is given it. */
  readonly target: Target;
  /** How the harness itself speaks to it. */
  readonly secure: SecureOptions;
  /** What it said it is, and where. */
  readonly said: SaidIdentity;
  readonly simulated: boolean;
  /** App nodes; null for a target that was not started here. */
  readonly nodes: number | null;
  /** Issues accounts; null for a target that does not. */
  readonly accounts: RunningService['accounts'];
  /** Compares what people were answered with what the service keeps; null when it is not ours to read. */
  readonly audit: RunningService['audit'];
  /** Breaks parts of it on purpose; null when it was not started here. */
  readonly service: Pick<RunningService, 'disturb' | 'restore'> | null;
  /** Settles with a sentence when a part of it ends by itself; never for a target that was not started here. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const NEVER = new Promise<never>(() => {});
const UNENCRYPTED: SecureOptions = { rejectUnauthorized: true };
/** As a phone sends it. */
const ACCEPT_ENCODING = 'gzip, deflate, br';

/** The run that a target is opened for. */
type OpenedFor = Pick<Rehearsal, 'id' | 'toxiproxy'>;

/** Starts the reference service, or meets an http target. */
export async function openTarget(plan: Plan, run: OpenedFor, onLog: (line: string) => void): Promise<OpenTarget> {
  return plan.target.kind === 'service' ? startTarget(plan, plan.target, run, onLog) : openHttp(plan.target);
}

async function started(
  { configuration, options, needs, database }: Plan,
  service: string,
  { id, toxiproxy }: OpenedFor,
  dataDir: string,
  onLog: (line: string) => void,
) {
  const { startService } = await import('../../reference-service/start-service.ts');
  const { surge, profile } = configuration;
  if (profile.service === null) throw new Error('the profile has no size for it');
  return startService({
    service,
    size: profile.service,
    lanes: [...plannedLanes(surge)],
    people: needs.people,
    bug: options.bug,
    seed: options.seed,
    runId: id,
    partitions: toxiproxy === null ? undefined : { between: partitionsIn(profile), program: toxiproxy },
    dataDir,
    onLog,
    ...database,
  });
}

async function startTarget(plan: Plan, { name }: ServiceTarget, run: OpenedFor, onLog: (line: string) => void): Promise<OpenTarget> {
  const dataDir = await temporaryFolder('data');
  const forget = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const service = await started(plan, name, run, dataDir, onLog);
    const said = await saidBy(service);
    const stop = async (): Promise<void> => {
      await service.stop();
      await forget();
    };
    return {
      target: serviceTarget(name, service),
      secure: UNENCRYPTED,
      said,
      simulated: true,
      nodes: plan.configuration.profile.service?.nodes ?? null,
      accounts: service.accounts,
      audit: service.audit,
      service,
      died: service.exited.then(
        ({ part, code }) => `the ${part} of the reference service ended (${code === null ? 'killed' : `code ${code}`})`,
      ),
      stop,
    };
  } catch (error) {
    await forget();
    throw new SurgeproofError('target-failed', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function saidBy({ bases, waitingRoom }: RunningService): Promise<SaidIdentity> {
  const at = [...Object.values(bases), ...(waitingRoom === null ? [] : [waitingRoom.base])];
  const answer = await askIdentity(bases.app!, UNENCRYPTED);
  return answer.state === 'known' ? { identity: identityText(answer.identity), at } : { identity: null, at: [] };
}

function serviceTarget(name: string, { bases, waitingRoom }: RunningService): Target {
  return {
    name,
    bases,
    waitingRoom,
    headers: {},
    connections: 'shared',
    acceptEncoding: ACCEPT_ENCODING,
    insecure: false,
    clientCertificate: null,
  };
}

/** An http target as k6 is given it. */
export function engineTarget({ name, bases, waitingRoom, headers, connections, acceptEncoding, tls }: HttpTarget): Target {
  const { certificate, key, insecure } = tls;
  const clientCertificate = certificate === null || key === null ? null : { certificate, key };
  return { name, bases, waitingRoom, headers, connections, acceptEncoding, insecure, clientCertificate };
}

async function openHttp(http: HttpTarget): Promise<OpenTarget> {
  const { identity, at, problems } = await meetTarget(http, resolveHost);
  const all = [...problems, ...(await http2Problems(http))];
  if (all.length > 0) throw new SurgeproofError('target-not-allowed', { problems: all });
  return {
    target: engineTarget(http),
    secure: secureOptions(http.tls),
    said: { identity: identity === null ? null : identityText(identity), at },
    simulated: identity?.simulated ?? false,
    nodes: null,
    accounts: null,
    audit: null,
    service: null,
    died: NEVER,
    stop: async () => {},
  };
}
