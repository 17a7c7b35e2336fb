import { z } from 'zod';

const PATH = '/.well-known/surgeproof-target';
/** Milliseconds. A target that is loaded answers late; one that is gone refuses at once. */
const PATIENCE = 5_000;
const LONGEST_ANSWER = 10_000;

const identitySchema = z.object({
  name: z.string().max(100),
  part: z.enum(['app', 'waiting-room']),
  run: z.string().max(100),
  simulated: z.boolean(),
  nodes: z.number().int().min(0),
  version: z.string().max(50),
});

export type TargetIdentity = z.infer<typeof identitySchema>;

/** What an address answers when asked who it is. `gone`: nobody listens there. `silent`: something that does not say. */
export type IdentityAnswer =
  | { readonly state: 'known'; readonly identity: TargetIdentity }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'gone'; readonly reason: string };

/** Asks a target who it is. Never throws. */
export async function askIdentity(base: string): Promise<IdentityAnswer> {
  try {
    const response = await fetch(new URL(PATH, base), { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
    const text = await response.text();
    if (!response.ok) return { state: 'silent', reason: `HTTP ${response.status}` };
    const parsed = identitySchema.safeParse(text.length <= LONGEST_ANSWER ? JSON.parse(text) : null);
    return parsed.success ? { state: 'known', identity: parsed.data } : { state: 'silent', reason: 'another answer than expected' };
  } catch (error) {
    const code = (error as { cause?: NodeJS.ErrnoException }).cause?.code;
    const gone = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH';
    const reason = code ?? (error instanceof Error ? error.message : String(error));
    return gone ? { state: 'gone', reason } : { state: 'silent', reason };
  }
}

/** One text for what a target says it is; the same text before and after a run means the same target. */
export function identityText({ name, run, version }: TargetIdentity): string {
  return `${name} ${version} run ${run || '(unnamed)'}`;
}
