import { config } from '../../k6.config.ts';
import { validateProfile } from '../../models/workload/checks/validate-profile.ts';
import { PROFILES, type ProfileName, type SurgeProfile } from '../../models/workload/surge/surge.ts';

/** What a run is told from outside, by environment variables `SURGEPROOF_…` (or `k6 run -e …`). */
export interface Settings {
  readonly profile: ProfileName;
  /** Replaces the named profile. */
  readonly profileJson: SurgeProfile | null;
  readonly seed: number;
  /** Base URLs without a slash at the end. */
  readonly app: string;
  readonly waitingRoom: string;
  /** File of synthetic people; null: people are made on the fly. */
  readonly people: string | null;
  /** Unix time in milliseconds of second 0; null: shortly after k6 starts. */
  readonly startedAt: number | null;
  /** surgeproof itself judges: k6's own thresholds and metrics stay off. */
  readonly managed: boolean;
  /** Whether the measurement log is written. */
  readonly log: boolean;
  /** An address that holds its answer until the run is to stop. */
  readonly stop: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

function refuse(name: string, rule: string, given: string): never {
  throw new Error(`${name}: must ${rule}, got ${JSON.stringify(given)}`);
}

function wholeNumber(env: Environment, name: string): number | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : refuse(name, 'be a whole number', text);
}

function address(env: Environment, name: string, otherwise: string): string {
  const text = env[name] || otherwise;
  return /^https?:\/\/\S+$/.test(text) ? text.replace(/\/+$/, '') : refuse(name, 'be a URL that starts with http:// or https://', text);
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(name, 'be JSON', text.slice(0, 60));
  }
}

function profileOf(env: Environment): Pick<Settings, 'profile' | 'profileJson'> {
  const name = env.SURGEPROOF_PROFILE || 'smoke';
  const profile = PROFILES.find((known) => known === name) ?? refuse('SURGEPROOF_PROFILE', `be one of ${PROFILES.join(', ')}`, name);
  const text = env.SURGEPROOF_PROFILE_JSON ?? '';
  if (text === '') return { profile, profileJson: null };
  const given = jsonOf('SURGEPROOF_PROFILE_JSON', text);
  const problems = validateProfile(given, 'SURGEPROOF_PROFILE_JSON');
  if (problems.length > 0) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return { profile, profileJson: given as SurgeProfile };
}

/** Reads the settings; throws one sentence for what is wrong. */
export function settingsOf(env: Environment): Settings {
  const { local } = config.targets;
  return {
    ...profileOf(env),
    seed: wholeNumber(env, 'SURGEPROOF_SEED') ?? 1,
    app: address(env, 'SURGEPROOF_APP', local?.app ?? ''),
    waitingRoom: address(env, 'SURGEPROOF_WAITING', local?.waitingRoom ?? ''),
    people: env.SURGEPROOF_PEOPLE || null,
    startedAt: wholeNumber(env, 'SURGEPROOF_STARTED_AT'),
    managed: env.SURGEPROOF_MANAGED === '1',
    log: env.SURGEPROOF_LOG !== 'off',
    stop: env.SURGEPROOF_STOP ? address(env, 'SURGEPROOF_STOP', '') : null,
  };
}

export const settings = settingsOf(__ENV);
