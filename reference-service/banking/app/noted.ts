import type { FastifyRequest } from 'fastify';
import { text } from '../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../shared/service-error.ts';
import type { RouteContext } from './route-context.ts';

/** The header by which a client names an attempt, so that people can ask later what became of it. */
export const attemptHeader = {
  type: 'object',
  required: ['x-attempt'],
  properties: { 'x-attempt': text('^[A-Za-z0-9_.:-]{1,64}$', 'Names this attempt in the log.') },
};

/** One of so many people is left out of the log by the mistake that loses lines. */
const FORGETS_ONE_OF = 20;

export interface Attempted {
  readonly act: string;
  readonly customer: number;
}

const keyOf = ({ headers }: FastifyRequest): string => String(headers['x-attempt'] ?? headers['idempotency-key'] ?? '');

/** Makes an attempt, and notes what became of it before anybody is told. */
export async function noted<Answer>(
  request: FastifyRequest,
  { books, config, now }: RouteContext,
  { act, customer }: Attempted,
  attempt: (receivedAt: number) => Promise<Answer>,
): Promise<Answer> {
  const receivedAt = now();
  const note = async (outcome: string, owner: string | null): Promise<void> => {
    if (config.bug === 'log-loss' && customer % FORGETS_ONE_OF === 0) return;
    await books.note({ key: keyOf(request), act, customer, receivedAt, outcome, owner });
  };
  try {
    const answer = await attempt(receivedAt);
    await note('accepted', null);
    return answer;
  } catch (error) {
    const [outcome, owner] = error instanceof ServiceError ? [error.code, error.owner] : ['internal', 'system'];
    await note(outcome, owner);
    throw error;
  }
}
