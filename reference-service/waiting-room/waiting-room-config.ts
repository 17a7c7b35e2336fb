import * as z from 'zod';
import { ROOM_BUGS } from './room-bugs.ts';

const lane = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens, beginning with a letter'),
  cost: z.number().positive(),
  share: z.number().positive().optional(),
});

const schema = z.object({
  lanes: z
    .array(lane)
    .min(1)
    .max(64)
    .refine((lanes) => new Set(lanes.map(({ name }) => name)).size === lanes.length, 'must have names that differ'),
  tokensPerSecond: z.number().positive(),
  /** Signs the passes; whoever knows it can make them. */
  secret: z.string().min(1),
  /** 0 for any free port. */
  port: z.number().int().min(0).max(65_535),
  passSeconds: z.number().positive(),
  /** Seconds between the first who joins and the opening of the doors. */
  opensAfterSeconds: z.number().min(0).default(0),
  host: z.string().default('127.0.0.1'),
  /** What the room says of itself: the service it stands in front of, the run, and the app nodes behind it. */
  service: z.string().default('waiting-room'),
  run: z.string().default(''),
  nodes: z.number().int().min(1).default(1),
  /** A mistake that real ones have made, to be started with on purpose. */
  bug: z.enum(ROOM_BUGS).nullable().default(null),
});

export type WaitingRoomConfig = z.input<typeof schema>;

/** The configuration with its defaults; throws one sentence that names every problem. */
export function parseWaitingRoomConfig(config: unknown): z.output<typeof schema> {
  const parsed = schema.safeParse(config);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'configuration'}: ${message}`);
  throw new Error(`waiting room: ${problems.join('; ')}`);
}
