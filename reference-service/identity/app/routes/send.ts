import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type BlockReason, IDENTIFICATION_METHODS, type IdentificationMethod } from '../../../../models/people/identification.ts';
import { CARRIERS, type Carrier, personOf, userNumber } from '../../../../models/people/person.ts';
import { answers, key, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { noted } from '../noted.ts';
import { blocked, struck } from '../refusals.ts';
import type { RouteContext } from '../route-context.ts';

interface Asked {
  readonly user: string;
  readonly name: string;
  readonly phone: string;
  readonly carrier: Carrier;
  readonly method: IdentificationMethod;
  readonly network: 'home' | 'vpn';
}

const schema = {
  summary: 'Begin an attempt: a push to the PASS app, a code by message or call, or a card company',
  operationId: 'send',
  headers: { type: 'object', required: ['idempotency-key'], properties: { 'idempotency-key': key } },
  body: object({
    user: text('^u[0-9]{7}$', 'Account name.'),
    name: { type: 'string', minLength: 1, maxLength: 60 },
    phone: text('^010-0[0-9]{3}-[0-9]{4}$', 'A number that nobody has.'),
    carrier: { enum: [...CARRIERS] },
    method: { enum: [...IDENTIFICATION_METHODS] },
    network: { enum: ['home', 'vpn'], description: 'Where the request comes from, as the front of a real service sees it.' },
  }),
  response: answers(
    object({
      attempt: key,
      resendInMs: whole(0, 'Milliseconds until another code may be asked for.'),
      expiresInMs: whole(0, 'Milliseconds a code is good for.'),
    }),
    403,
    422,
    429,
    502,
    504,
  ),
};

const FAILED: Readonly<Record<'mismatch' | 'theft' | 'abnormal', string>> = {
  mismatch: '본인정보 불일치: name and number do not belong together.',
  theft: '명의도용 의심: this number is not that of the account.',
  abnormal: '비정상 접근: not from this network.',
};

/** What is wrong with what a person entered, as the carrier and the front see it. */
function problemOf({ name, phone, carrier, network }: Asked, person: number): keyof typeof FAILED | null {
  const known = personOf(person);
  if (network === 'vpn') return 'abnormal';
  if (phone !== known.phone) return 'theft';
  return name === known.name && carrier === known.carrier ? null : 'mismatch';
}

const CODES = 1_000_000;

const hasCode = (method: IdentificationMethod): boolean => method === 'SMS' || method === 'ARS';

/** Sends the code, by message or by a call that everybody gets. */
async function begin(id: string, person: number, { method, carrier }: Asked, context: RouteContext): Promise<void> {
  const { attempts, books, gateway, now } = context;
  const sentAt = now();
  const begun = { id, person, method, carrier, sentAt, approved: false, used: false };
  if (!hasCode(method)) return attempts.begin({ ...begun, code: null, arrivesAt: null });
  const code = String(randomInt(CODES)).padStart(6, '0');
  const arrivesAt = method === 'SMS' ? gateway.send() : sentAt;
  attempts.begin({ ...begun, code, arrivesAt });
  await books.send({ attempt: id, person, code, sentAt, arrivesAt });
}

async function accept(id: string, person: number, asked: Asked, context: RouteContext) {
  const { books, clocks } = context;
  if ((await books.blockOf(person)) !== null) throw blocked();
  const problem = problemOf(asked, person);
  if (problem !== null) throw await struck(context, person, problem satisfies BlockReason, new ServiceError(422, problem, FAILED[problem]));
  await begin(id, person, asked, context);
  return { attempt: id, resendInMs: Math.ceil(clocks.resendAfter), expiresInMs: Math.ceil(clocks.codeGoodFor) };
}

/** Takes the attempt to the carrier, unless a code was sent a moment ago, and begins it. One that fails has sent nothing, and counts as no message. */
async function serve(request: FastifyRequest<{ Body: Asked }>, id: string, person: number, context: RouteContext) {
  const { fleet, limits, others } = context;
  const asked = request.body;
  let takeBack = (): void => {};
  const dependency = (): Promise<void> => {
    if (asked.method === 'card') return others.card();
    if (hasCode(asked.method)) takeBack = limits.take(person);
    return others.carriers[asked.carrier]();
  };
  try {
    return await fleet.serve(request.socket, { time: SERVICE_TIME.send, dependency, run: () => accept(id, person, asked, context) });
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** Step `send`. */
export function addSend(app: FastifyInstance, context: RouteContext): void {
  const { config, repeats } = context;
  app.post<{ Body: Asked }>('/verifications', { schema }, async (request: FastifyRequest<{ Body: Asked }>) => {
    const id = String(request.headers['idempotency-key']);
    const { user, method, carrier } = request.body;
    const person = userNumber(user) ?? 0;
    if (person < 1 || person > config.people) throw new ServiceError(422, 'unknown-user', 'There is no such user.');
    const attempted = { attempt: id, person, method, carrier };
    return repeats.once(id, () => noted(context, attempted, 'send', 'sent', serve(request, id, person, context)));
  });
}
