import { constant } from '../../../../models/definition/arrivals/arrival-parts.ts';
import { resolveConfig } from '../../../../models/definition/resolve/resolve-config.ts';
import { type ResolvedSurge, resolveSurge } from '../../../../models/definition/resolve/resolve-surge.ts';
import type { ResolvedConfig } from '../../../../models/definition/resolve/resolved-config.ts';

export const NO_ROOM = { hasWaitingRoom: false, isService: false } as const;
export const ROOM = { hasWaitingRoom: true, isService: false } as const;
export const SERVICE = { hasWaitingRoom: true, isService: true } as const;

/** 600 people in half a minute. */
export const smoke = { arrivals: [constant('20/s', { for: '30 s' })] };
/** 60,000 people. */
export const crowd = { arrivals: [constant('1000/s', { for: '1 min' })] };

export async function run(): Promise<void> {}

/** The smallest sound surge. */
export const smallest = { name: 'shop', target: 'shop', steps: { items: {} }, journeys: { look: { share: 1, run } }, profiles: { smoke } };

export function configOf(value: unknown = {}): ResolvedConfig {
  const answer = resolveConfig(value);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer.config;
}

export interface Given {
  readonly profileName?: string;
  readonly config?: unknown;
  readonly target?: { readonly hasWaitingRoom: boolean; readonly isService: boolean };
}

const input = (definition: unknown, { profileName = 'smoke', config = {}, target = NO_ROOM }: Given) => ({
  definition,
  profileName,
  config: configOf(config),
  target,
});

export function resolved(definition: unknown, given: Given = {}): ResolvedSurge {
  const answer = resolveSurge(input(definition, given));
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer.resolved;
}

export function sentences(definition: unknown, given: Given = {}): string[] {
  const answer = resolveSurge(input(definition, given));
  return 'problems' in answer ? answer.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

export function configSentences(value: unknown): string[] {
  const answer = resolveConfig(value);
  return 'problems' in answer ? answer.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}
