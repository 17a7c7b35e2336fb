import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { answers, key, object, text, withSession, won } from '../answer-schemas.ts';
import { requireSession } from '../credentials.ts';
import type { AppNode } from '../node.ts';
import { ServiceError } from '../service-error.ts';

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
    object({ card: text('^c[0-9]+$', 'Number of the registration.'), opened: won(0, 'Balance the card opens with.') }),
    401,
    403,
    422,
    502,
    504,
  ),
};

const digestOf = ({ card, issuer }: Registration): string => createHash('sha256').update(`${card} ${issuer}`).digest('hex');

/** Step `register-card`. */
export function addCard(app: FastifyInstance, node: AppNode): void {
  app.post<{ Body: Registration }>('/cards', { schema }, async (request) => {
    const session = requireSession(node, request);
    const { status, card, opened } = await node.serve(
      'register-card',
      () => node.ledger.registerCard(session, request.body.key, digestOf(request.body)),
      () => node.dependencies.checkCard(),
    );
    if (status === 'unverified')
      throw new ServiceError(403, 'identity-required', 'Confirm your identity first; it is good for ten minutes.');
    if (status === 'conflict') throw new ServiceError(422, 'key-reused', 'This key was used to register something else.');
    return { card, opened };
  });
}
