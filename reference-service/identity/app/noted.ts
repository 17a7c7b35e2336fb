import type { IdentificationMethod } from '../../../models/people/identification.ts';
import { ServiceError } from '../../shared/service-error.ts';
import type { Books, Line } from '../books/books.ts';
import type { RouteContext } from './route-context.ts';

/** Whose attempt a line is about. */
export interface Attempted {
  readonly attempt: string;
  readonly person: number;
  readonly method: IdentificationMethod;
  readonly carrier: string;
}

type Ended = Pick<Line, 'outcome' | 'cause' | 'owner'>;

/** Refusals that count towards a block. */
const STRUCK: readonly string[] = ['mismatch', 'abnormal', 'theft', 'wrong-code', 'old-code'];
const OUTCOMES: Readonly<Record<string, string>> = { blocked: 'blocked', ...Object.fromEntries(STRUCK.map((code) => [code, 'struck'])) };

const endedBy = (error: unknown): Ended =>
  error instanceof ServiceError
    ? { outcome: OUTCOMES[error.code] ?? 'failed', cause: error.code, owner: error.owner }
    : { outcome: 'failed', cause: 'internal', owner: 'system' };

/** One of so many people has no lines, by the bug that loses them. */
const LOSES_ONE_OF = 20;

/** Writes a line of the log. */
export async function note(
  { config, books, now }: { config: RouteContext['config']; books: Pick<Books, 'note'>; now: () => number },
  attempted: Attempted,
  step: string,
  ended: Ended,
): Promise<void> {
  if (config.bug === 'log-loss' && attempted.person % LOSES_ONE_OF === 0) return;
  await books.note({ ...attempted, at: now(), step, ...ended });
}

/** Notes what became of an attempt at a step: after a failure people ask. */
export async function noted<Answer>(
  context: RouteContext,
  attempted: Attempted,
  step: string,
  good: string,
  work: Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await work;
    await note(context, attempted, step, { outcome: good, cause: null, owner: null });
    return answer;
  } catch (error) {
    await note(context, attempted, step, endedBy(error));
    throw error;
  }
}
