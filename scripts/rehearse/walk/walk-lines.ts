import * as z from 'zod';
import type { WalkEndLine, WalkLine } from '../../../models/workload/log/measurement-log.ts';

const walkLine = z.object({
  surgeproof: z.literal('walk'),
  journey: z.string(),
  step: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number().nullable(),
  ms: z.number(),
  cause: z.string().nullable(),
  body: z.string(),
}) satisfies z.ZodType<WalkLine>;

const walkEnd = z.object({
  surgeproof: z.literal('walk-end'),
  journey: z.string(),
  ended: z.enum(['finished', 'turned-away', 'gave-up', 'script']),
  reason: z.string(),
}) satisfies z.ZodType<WalkEndLine>;

const either = z.discriminatedUnion('surgeproof', [walkLine, walkEnd]);

/** Everything that was printed on a walk. */
export interface WalkLog {
  readonly requests: readonly WalkLine[];
  readonly ends: readonly WalkEndLine[];
}

/** Reads the lines of a walk; lines of another kind, such as the head of a measurement log, are left out. */
export function readWalk(lines: readonly string[]): WalkLog {
  const requests: WalkLine[] = [];
  const ends: WalkEndLine[] = [];
  for (const line of lines) {
    const parsed = either.safeParse(jsonOrNull(line));
    if (!parsed.success) continue;
    if (parsed.data.surgeproof === 'walk') requests.push(parsed.data);
    else ends.push(parsed.data);
  }
  return { requests, ends };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
