import * as z from 'zod';
import { PUBLIC_SURGES, type PublicSurgeName } from '../../../models/demand/launch/analogues/public-surges.ts';
import { header, share } from '../base.ts';

const surges = Object.keys(PUBLIC_SURGES) as [PublicSurgeName, ...PublicSurgeName[]];
const positive = z.number().positive();
/** `90s`, `20min`, `3h`, `2d`. */
const duration = z.string().regex(/^\d+(\.\d+)?(s|min|h|d)$/, 'must be a length of time such as 90s, 20min, 3h or 2d');

/** An event of the past: a public one by its name, or an own one with what came, when, and of how many. */
const analogue = z.strictObject({
  public: z.enum(surges).exactOptional(),
  name: z.string().min(1).exactOptional(),
  when: z.string().min(1).exactOptional(),
  value: positive.exactOptional(),
  unit: z.enum(['people', 'people waiting', 'arrivals/s']).exactOptional(),
  population: positive.exactOptional(),
  within: duration.exactOptional(),
  closureDays: z.number().min(0).exactOptional(),
  source: z.string().min(1).exactOptional(),
});

const event = z.strictObject({
  name: z.string().min(1).max(80),
  time: z.string().min(1),
  timeZone: z.string().min(1).default('Asia/Seoul'),
  type: z.enum(['launch', 'deadline', 'reopening']),
  window: duration,
  population: positive.exactOptional(),
  growth: positive.exactOptional(),
  admissions: positive.exactOptional(),
  usual: positive.exactOptional(),
  closure: z.strictObject({ days: positive, usualPerDay: positive, returning: share, halfLifeDays: positive.default(14) }).exactOptional(),
  refusal: z.strictObject({ refused: share, retries: share, most: z.number().int().min(0).default(5) }).exactOptional(),
  opening: z.strictObject({ hold: duration.default('0s'), halfLife: duration }).exactOptional(),
  rush: z.strictObject({ growth: z.number().min(1.01), lasting: duration }).exactOptional(),
  adoption: z.strictObject({ innovation: positive, imitation: positive, period: duration }).exactOptional(),
  /** Sources of the numbers of the event, by field. */
  sources: z.record(z.string(), z.string().min(1)).exactOptional(),
  analogues: z.array(analogue).default([]),
});

/** The file of `forecast --events`: what was announced, and what it can be compared with. */
export const eventsSchema = z.strictObject({ ...header('events'), events: z.array(event).min(1) });

export type EventsFile = z.infer<typeof eventsSchema>;
export type DeclaredEvent = EventsFile['events'][number];
export type DeclaredAnalogue = DeclaredEvent['analogues'][number];
