import { randomInt, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CARRIERS, type Carrier } from '../../../../models/people/person.ts';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import type { Confirmation } from '../../identity/verification.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

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
export function addIdentity(app: FastifyInstance, { config, fleet, verification, dependencies }: RouteContext): void {
  app.post<{ Body: { carrier: Carrier } }>('/identity/send', { schema: sendSchema }, async (request) => {
    const session = requireCookie(request, config.secret);
    const sent = { request: randomUUID(), code: String(randomInt(1_000_000)).padStart(6, '0') };
    await fleet.serve(request.socket, {
      time: SERVICE_TIME['identity-send'],
      dependency: () => dependencies.sendCode(request.body.carrier),
      run: () => verification.send(sent.request, session.id, sent.code),
    });
    return sent;
  });
  app.post<{ Body: { request: string; code: string } }>('/identity/confirm', { schema: confirmSchema }, async (request) => {
    const session = requireCookie(request, config.secret);
    const status = await fleet.serve(request.socket, {
      time: SERVICE_TIME['identity-confirm'],
      run: () => verification.confirm(request.body.request, session.id, request.body.code),
    });
    if (status !== 'verified') throw new ServiceError(...REFUSALS[status]);
    return { verified: true };
  });
}
