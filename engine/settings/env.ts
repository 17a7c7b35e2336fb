import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import { hostOf } from '../journeys/requests/redirect.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function refuse(name: string, rule: string, given: string): never {
  throw new Error(`${name}: must ${rule}, got ${JSON.stringify(given)}; correct it or leave it out`);
}

function wholeNumber(env: Environment, name: string): number | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : refuse(name, 'be a whole number', text);
}

function address(env: Environment, name: string): string | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  return /^https?:\/\/[^\s/]+\S*$/.test(text)
    ? text.replace(/\/+$/, '')
    : refuse(name, 'be a URL that starts with http:// or https://', text);
}

function onOrOff(env: Environment, name: string): boolean | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  return text === 'on' || text === 'off' ? text === 'on' : refuse(name, 'be on or off', text);
}

/** Another address, as long as it is one that the script was made for. */
function allowedAddress(env: Environment, { guard }: EngineRun): string | null {
  const app = address(env, 'SURGEPROOF_URL');
  if (app === null || guard === undefined || guard.hosts.includes(hostOf(app))) return app;
  throw new Error(
    `SURGEPROOF_URL: must be at a host that the script was made for (${guard.hosts.join(', ')}), got ${JSON.stringify(app)}; write another script with \`surgeproof bundle --target\``,
  );
}

/** The run with what the environment overrides (`k6 run -e …`): seed, address, start and the measurement log. Throws one sentence for what is wrong. */
export function withEnvironment(run: EngineRun, env: Environment): EngineRun {
  const app = allowedAddress(env, run);
  const target = app === null ? run.target : { ...run.target, bases: { ...run.target.bases, app } };
  return {
    ...run,
    target,
    seed: wholeNumber(env, 'SURGEPROOF_SEED') ?? run.seed,
    startedAt: wholeNumber(env, 'SURGEPROOF_STARTED_AT') ?? run.startedAt,
    log: onOrOff(env, 'SURGEPROOF_LOG') ?? run.log,
  };
}
