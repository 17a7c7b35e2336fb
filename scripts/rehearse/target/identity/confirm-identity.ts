import { setTimeout as pause } from 'node:timers/promises';
import type { TargetIdentity } from '../../../../models/results/ending.ts';
import type { SecureOptions } from '../secure-options.ts';
import { askIdentity, type IdentityAnswer, identityText } from './target-identity.ts';

/** Milliseconds before an address that gave no answer is asked again: a surge has just ended there. */
const BREATH = 2_000;

export type AskAddress = (base: string, options: SecureOptions) => Promise<IdentityAnswer>;

/** What a target said it is, and which of its addresses said so. */
export interface SaidIdentity {
  /** null: none of them said anything. */
  readonly identity: string | null;
  readonly at: readonly string[];
}

async function patiently(base: string, options: SecureOptions, ask: AskAddress, breath: number): Promise<IdentityAnswer> {
  const answer = await ask(base, options);
  if (answer.state !== 'none') return answer;
  await pause(breath);
  return ask(base, options);
}

/**
 * Whether the target that answers after the run is the one that answered before it: every address that said what it is, the waiting room
 * among them, is asked again. One that says something else makes it another target; one that says nothing leaves it unknown.
 */
export async function confirmIdentity(
  { identity, at }: SaidIdentity,
  options: SecureOptions,
  ask: AskAddress = askIdentity,
  breath = BREATH,
): Promise<TargetIdentity> {
  if (identity === null) return 'not-asked';
  const answers = await Promise.all(at.map((base) => patiently(base, options, ask, breath)));
  const known = answers.flatMap((answer) => (answer.state === 'known' ? [identityText(answer.identity)] : []));
  if (known.some((text) => text !== identity)) return 'different';
  return known.length < at.length ? 'unknown' : 'confirmed';
}
