import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import type { CardAnswer } from '../../ledger/ledger.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

interface Registration {
  card: string;
  issuer: string;
  key: string;
}

const schema = {
  summary: 'Register a card; needs a confirmed identity',
  operationId: 'registerCard',
  ...withSession,
  body: object({
    card: text('^[0-9]{16}$', 'Card number; only its digest is kept.'),
    issuer: { type: 'string', minLength: 1, maxLength: 40 },
    key,
  }),
  response: answers(
    object({ card: text('^c[0-9]+$', 'Number of the registration.'), opened: whole(0, 'Balance the card opens with.') }),
    401,
    403,
    422,
    502,
    504,
  ),
};

const digestOf = ({ card, issuer }: Registration): string => createHash('sha256').update(`${card} ${issuer}`).digest('hex');

/** Step `register-card`. */
export function addCard(app: FastifyInstance, { config, fleet, ledger, verification, dependencies }: RouteContext): void {
  app.post<{ Body: Registration }>('/cards', { schema }, async (request) => {
    const { id, user } = requireCookie(request, config.secret);
    const run = (): Promise<CardAnswer> => {
      const identifiedAt = verification.verifiedAt(id);
      if (identifiedAt === null)
        throw new ServiceError(403, 'identity-required', 'Confirm your identity first; it is good for ten minutes.');
      return ledger.registerCard(user, request.body.key, digestOf(request.body), identifiedAt);
    };
    const answer = await fleet.serve(request.socket, { time: SERVICE_TIME['register-card'], dependency: dependencies.checkCard, run });
    if (answer.status === 'conflict') throw new ServiceError(422, 'key-reused', 'This key was used to register something else.');
    return { card: answer.card, opened: answer.opened };
  });
}
