import type { Budgets, QueueGates } from './models/workload/surge/budget.ts';
import type { Surge } from './models/workload/surge/surge.ts';
import { onnuriLaunch } from './scenarios/onnuri/launch-surge.ts';
import { smoke } from './scenarios/onnuri/smoke-surge.ts';

/** Where traffic may go. Everything that is not listed here and is not loopback is refused (exit 6). */
export interface TargetConfig {
  /** `embedded` is started by the harness; `http` is already running. */
  readonly kind: 'embedded' | 'http';
  readonly app?: string;
  readonly waitingRoom?: string;
  /** IP addresses it may have besides loopback ones; without this list, only loopback is allowed. */
  readonly addresses?: readonly string[];
  /** Highest arrival rate allowed towards it, per second. */
  readonly maxArrivalRate: number;
}

export interface Config {
  readonly targets: Readonly<Record<string, TargetConfig>>;
  readonly scenarios: Readonly<Record<string, Surge>>;
  readonly budgets: Budgets;
  readonly queue: QueueGates;
}

const source = 'domain table of latency budgets (docs/reference/budgets.md), anchored to the 3 s habit of public tenders';
const assumed = { source, kind: 'assumed', minSamples: 200 } as const;

/** What is tested, against what, and what counts as good. Typed, pure data: read by k6 and by Node alike. */
export const config: Config = {
  targets: {
    embedded: { kind: 'embedded', maxArrivalRate: 20_000 },
    local: { kind: 'http', app: 'http://127.0.0.1:8081', waitingRoom: 'http://127.0.0.1:8080', maxArrivalRate: 5_000 },
  },
  scenarios: { 'onnuri-launch': onnuriLaunch, smoke },
  budgets: {
    'queue-join': { p50: 30, p95: 150, p99: 500, errorShare: 0.001, ...assumed },
    'queue-poll': { p50: 30, p95: 150, p99: 500, errorShare: 0.001, ...assumed },
    'open-app': { p50: 80, p95: 400, p99: 1_000, errorShare: 0.001, ...assumed },
    login: { p50: 300, p95: 1_500, p99: 3_000, errorShare: 0.005, ...assumed },
    'identity-send': { p50: 400, p95: 800, p99: 3_000, errorShare: 0.005, ...assumed },
    'identity-confirm': { p50: 150, p95: 500, p99: 1_500, errorShare: 0.005, ...assumed },
    'register-card': { p50: 600, p95: 1_500, p99: 4_000, errorShare: 0.005, ...assumed },
    balance: { p50: 80, p95: 400, p99: 1_000, errorShare: 0.001, ...assumed },
    'qr-lookup': { p50: 80, p95: 400, p99: 1_000, errorShare: 0.001, ...assumed },
    pay: { p50: 250, p95: 1_000, p99: 3_000, errorShare: 0.001, ...assumed },
    cancel: { p50: 200, p95: 1_000, p99: 5_000, errorShare: 0.001, ...assumed, minSamples: 50 },
  },
  queue: {
    maxInversionShare: 0.001,
    minKendallTau: 0.999,
    maxLostPlaces: 0,
    maxAbandonedShare: 0.05,
    maxAnnouncedError: 0.3,
    minAnnouncedShare: 0.9,
    announcedGraceSeconds: 5,
    source: 'gates of the Digital Onnuri launch (docs/reference/budgets.md)',
    kind: 'assumed',
  },
};
