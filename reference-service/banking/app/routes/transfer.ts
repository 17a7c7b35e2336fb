import type { FastifyInstance } from 'fastify';
import { withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { requireSession } from '../access.ts';
import { noted } from '../noted.ts';
import type { RouteContext } from '../route-context.ts';

const receipt = text('^T-[0-9]{10}$', 'Names the transfer.');
const amount = whole(1, 'Won.');

const balanceSchema = {
  summary: 'What is on one’s account',
  operationId: 'balance',
  ...withSession,
  response: answers(object({ balance: whole(0, 'Won.') }), 401),
};

const transferSchema = {
  summary: 'Send money; the same key with the same body gets the same receipt',
  operationId: 'transfer',
  ...withSession,
  headers: { type: 'object', required: ['idempotency-key'], properties: { 'idempotency-key': key } },
  body: object({ receiver: whole(1, 'Number of the account.'), amount, approval: text('^[0-9a-f-]{36}$', 'Of a code.') }),
  response: answers(object({ status: { const: 'booked' }, receipt }), 401, 402, 403, 404, 422),
};

const seeSchema = {
  summary: 'Look up a transfer of one’s own',
  operationId: 'see-transfer',
  ...withSession,
  params: object({ receipt }),
  response: answers(object({ receipt, amount }), 401, 404),
};

const REFUSALS: Readonly<Record<string, readonly [number, string]>> = {
  'key-reused': [422, 'This key was used for another transfer.'],
  'no-approval': [403, 'A transfer needs a code that was accepted and not used for anything else.'],
  declined: [402, 'There is not enough on the account.'],
  'unknown-account': [404, 'There is no such account to send to.'],
};

interface Order {
  readonly receiver: number;
  readonly amount: number;
  readonly approval: string;
}

/** Step `balance`. */
export function addBalance(app: FastifyInstance, context: RouteContext): void {
  app.get('/balance', { schema: balanceSchema }, async (request) => {
    const { user } = await requireSession(request, context);
    const run = async () => ({ balance: await context.books.balanceOf(user) });
    return context.fleet.serve(request.socket, { time: SERVICE_TIME.balance, run });
  });
}

/** Steps `transfer` and `see-transfer`. */
export function addTransfer(app: FastifyInstance, context: RouteContext): void {
  const { fleet, books } = context;
  app.post<{ Body: Order }>('/transfers', { schema: transferSchema }, async (request) => {
    const { user } = await requireSession(request, context);
    const order = { key: String(request.headers['idempotency-key']), sender: user, ...request.body };
    const run = async () => {
      const { status, receipt: given } = await books.transfer(order);
      if (status === 'booked' || status === 'repeated') return { status: 'booked', receipt: given };
      const [code, message] = REFUSALS[status]!;
      throw new ServiceError(code, status, message);
    };
    return noted(request, context, { act: 'transfer', customer: user }, () =>
      fleet.serve(request.socket, { time: SERVICE_TIME.transfer, run }),
    );
  });
  app.get<{ Params: { receipt: string } }>('/transfers/:receipt', { schema: seeSchema }, async (request) => {
    const { user } = await requireSession(request, context);
    const { receipt: wanted } = request.params;
    const run = () => books.amountOf(user, wanted);
    const found = await fleet.serve(request.socket, { time: SERVICE_TIME['see-transfer'], run });
    if (found === null) throw new ServiceError(404, 'no-transfer', 'There is no transfer of yours with this receipt.');
    return { receipt: wanted, amount: found };
  });
}
