import { pinOf, userName } from '../../../models/people/person.ts';
import { codeOfCounter, counterAt } from '../../../models/protocols/otp/one-time-code.ts';
import { tokenSecret } from '../../../reference-service/banking/tokens.ts';
import { SECRET } from './bank-part.ts';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

let attempts = 0;

/** The code of a token so many minutes ago, by the server's own derivation of its secret. */
export const codeOf = (serial: number, ago = 0): string => codeOfCounter(tokenSecret(serial, SECRET), counterAt(Date.now()) - ago);

/** A customer at the bank, by number. */
export function clientOf(url: string, customer: number) {
  let bearer = '';
  const send = async (method: string, path: string, json?: object, headers: Record<string, string> = {}): Promise<Reply> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
        'x-attempt': `test-${attempts++}`,
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const user = userName(customer);
  const prove = async (): Promise<string> => String((await send('POST', '/identity', { phone: '010-0000-0001', user })).body.proof);
  return {
    send,
    prove,
    async logIn(changes: object = {}): Promise<Reply> {
      const reply = await send('POST', '/login', { user, pin: pinOf(customer), channel: 'app', device: 'one', version: 5, ...changes });
      if (reply.status === 200) bearer = String(reply.body.token);
      return reply;
    },
    show: (code: string, serial = customer) => send('POST', '/codes', { serial, code }),
    transfer: (key: string, amount: number, approval: unknown, receiver = 8_000_001) =>
      send('POST', '/transfers', { receiver, amount, approval }, { 'idempotency-key': key }),
  };
}
