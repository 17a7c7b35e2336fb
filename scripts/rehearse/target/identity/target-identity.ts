import * as z from 'zod';
import { dotted } from '../../../run-folder/read-json.ts';
import { issueSentence } from '../../../schemas/issue-sentence.ts';
import { ask } from '../ask.ts';
import { type ConnectionProblem, connectionProblem } from '../connection-problem.ts';
import type { SecureOptions } from '../secure-options.ts';

/** Where a target says what it is and that it may be loaded. */
export const IDENTITY_PATH = '/.well-known/surgeproof.json';

/** The document that a target outside this machine serves: docs/reference. */
const identitySchema = z.object({
  name: z.string().min(1).max(100),
  run: z.string().max(100).optional(),
  version: z.string().max(50).optional(),
  simulated: z.boolean().optional(),
  nodes: z.number().int().min(0).nullish(),
});

export type TargetIdentity = z.infer<typeof identitySchema>;

/** What an address answers when asked what it is. `silent`: it answers, but has no such document. */
export type IdentityAnswer =
  | { readonly state: 'known'; readonly identity: TargetIdentity }
  | { readonly state: 'wrong'; readonly problems: readonly string[] }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'moved'; readonly location: string }
  | { readonly state: 'none'; readonly problem: ConnectionProblem };

function identityIn(body: string): IdentityAnswer {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { state: 'silent', reason: 'an answer that is not JSON' };
  }
  const parsed = identitySchema.safeParse(value);
  if (parsed.success) return { state: 'known', identity: parsed.data };
  return {
    state: 'wrong',
    problems: parsed.error.issues.map((issue) => `${dotted(issue.path) || 'document'}: ${issueSentence(issue, value)}`),
  };
}

/** Asks a base address what it is. Never throws, and follows no redirect. */
export async function askIdentity(base: string, options: SecureOptions): Promise<IdentityAnswer> {
  try {
    const { status, location, body } = await ask(`${base}${IDENTITY_PATH}`, options);
    if (status >= 300 && status < 400 && location !== null) return { state: 'moved', location };
    return status === 200 ? identityIn(body) : { state: 'silent', reason: `HTTP ${status}` };
  } catch (error) {
    return { state: 'none', problem: connectionProblem(error) };
  }
}

/** One text for what a target says it is; the same text before and after a run means the same target. */
export function identityText({ name, run, version }: TargetIdentity): string {
  return [name, version, run ? `run ${run}` : ''].filter((part) => part).join(' ');
}
