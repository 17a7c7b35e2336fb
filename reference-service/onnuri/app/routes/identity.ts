import { randomInt, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CARRIERS, type Carrier } from '../../../../models/people/person.ts';
import type { Confirmation } from '../../ledger/ledger.ts';
import { answers, object, text, withSession } from '../answer-schemas.ts';
import { requireSession } from '../credentials.ts';
import type { AppNode } from '../node.ts';
import { ServiceError } from '../service-error.ts';

const code = text('^[0-9]{6}$', 'The six digits of the message. Returned here because the service is simulated.');
const requestId = { type: 'string', format: 'uuid', description: 'Names this attempt.' } as const;

const sendSchema = {
  summary: 'Ask the carrier to send a code',
  operationId: 'sendCode',
  ...withSession,
  body: object({ carrier: { enum: CARRIERS }, phone: text('^010-[0-9]{4}-[0-9]{4}$', 'Mobile number.'), method: { const: 'SMS' } }),
  response: answers(object({ request: requestId, code }), 401, 502, 504),
};

const confirmSchema = {
  summary: 'Confirm the code: good for 180 s and five attempts',
  operationId: 'confirmCode',
  ...withSession,
  body: object({ request: requestId, code }),
  response: answers(object({ verified: { const: true } }), 401, 403, 404, 410),
};

const REFUSALS: Readonly<Record<Exclude<Confirmation, 'verified'>, readonly [status: number, code: string, message: string]>> = {
  wrong: [400, 'wrong-code', 'The code is wrong.'],
  blocked: [403, 'too-many-codes', 'Five codes were wrong: ask for a new one.'],
  expired: [410, 'code-expired', 'The code was good for 180 s: ask for a new one.'],
  unknown: [404, 'unknown-request', 'No code was sent to this session with that request.'],
};

/** Steps `identity-send` and `identity-confirm`. */
export function addIdentity(app: FastifyInstance, node: AppNode): void {
  app.post<{ Body: { carrier: Carrier } }>('/identity/send', { schema: sendSchema }, async (request) => {
    const session = requireSession(node, request);
    const sent = { request: randomUUID(), code: String(randomInt(1_000_000)).padStart(6, '0') };
    await node.serve(
      'identity-send',
      () => node.ledger.storeCode(sent.request, session, sent.code),
      () => node.dependencies.sendCode(request.body.carrier),
    );
    return sent;
  });
  app.post<{ Body: { request: string; code: string } }>('/identity/confirm', { schema: confirmSchema }, async (request) => {
    const session = requireSession(node, request);
    const status = await node.serve('identity-confirm', () => node.ledger.confirmCode(request.body.request, session, request.body.code));
    if (status !== 'verified') throw new ServiceError(...REFUSALS[status]);
    return { verified: true };
  });
}
