import type { CookieJar } from 'k6/http';
import { drawStream, type Random, STREAM_WORDS, streamSeeder } from '../../models/workload/users/random.ts';
import type { Ending } from '../recording/ending.ts';
import type { StepEntry } from '../recording/step-table.ts';
import type { Host } from '../users/context.ts';
import { STREAM } from '../users/streams.ts';
import type { LeftHow } from './gave-up.ts';
import type { WatchedPromise } from './watched-promise.ts';

/** How a journey ended, before the person leaves. */
export interface JourneyEnd {
  readonly how: 'finished' | 'failed' | LeftHow;
  /** Why, when it is not in the log yet. */
  readonly cause: string;
}

/** What is kept of a request that failed. */
export interface FailedRequest {
  readonly step: StepEntry;
  readonly ending: Ending | null;
  /** What the journey holds; null for a part of a page. */
  readonly promise: WatchedPromise | null;
}

/**
 * An active user as the engine sees it: what a journey is given inherits from it. Eight fields: one more would double the hash table
 * that k6 keeps of them.
 */
export interface Active {
  readonly row: number;
  /** The intended start of what the person does next, milliseconds since second 0. */
  at: number;
  /** Headers of every request, with those that show the pass of the waiting room; null without a pass. */
  headers: Record<string, string> | null;
  /** Made with the first request, unless the waiting room set cookies. */
  jar: CookieJar | null;
  /** Keys given out. */
  keys: number;
  /** Requests and pauses under way: the person stays until they are over. */
  busy: number;
  /** The request that failed last; a mistake of the script when nothing ever waits for it. */
  failed: FailedRequest | null;
  ended: JourneyEnd | null;
}

/** Draws for one user at a time, without a function for each: `of` chooses whose stream comes next. */
export interface Chance {
  of(row: number): Random;
}

/** Words 0 to 3 of a stream; the last counts draws from above 0, so that 0 there means: not seeded yet. */
const COUNTER = STREAM_WORDS - 1;

export function createChance({ rows, run, vu }: Host): Chance {
  const seed = streamSeeder(run.seed, STREAM.journey, vu);
  let at = 0;
  const draw: Random = () => drawStream(rows.chance, at);
  return {
    of(row) {
      at = row * STREAM_WORDS;
      if (rows.chance[at + COUNTER] === 0) seed(rows.chance, at, rows.sequence[row]!);
      return draw;
    },
  };
}
