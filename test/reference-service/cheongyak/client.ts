import type { Applicant } from '../../../models/people/applicant.ts';
import { signPass } from '../../../reference-service/shared/access/pass.ts';
import { SECRET } from './register-part.ts';
import { signedBy } from './signed.ts';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookie: string;
}

type Headers = Record<string, string>;

/** A person at the service, with a pass of the waiting room. */
export function clientOf(url: string, person: Applicant, ticket = 1) {
  const pass = { 'x-queue-pass': signPass({ lane: 'apply', ticket, expiresAt: Date.now() + 60_000 }, SECRET) };
  let cookie = '';
  const send = async (method: string, path: string, headers: Headers, body?: string | Uint8Array<ArrayBuffer>): Promise<Reply> => {
    const response = await fetch(url + path, {
      method,
      headers: { ...pass, ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), cookie };
  };
  const signed = (path: string, text: string, headers: Headers): Promise<Reply> => {
    const all = { 'content-type': 'application/pkcs7-mime', 'x-vid-secret': person.secret, ...headers };
    return send('POST', path, all, new Uint8Array(signedBy(person, text)));
  };
  const challenge = async (): Promise<string> => String((await send('POST', '/login/challenge', {})).body.challenge);
  return {
    notice: () => send('GET', '/complexes/3', {}),
    challenge,
    logIn: (text: string) => signed('/login', text, { 'x-user': person.user, 'x-method': 'joint' }),
    eligibility: () => send('GET', '/eligibility', {}),
    async draft(complex = 3) {
      const entries = { complex, unit: '84A', household: 3, points: 40, address: 'Test road 1', phone: person.phone };
      const { status, body } = await send('PUT', '/drafts', { 'content-type': 'application/json' }, JSON.stringify(entries));
      return { status, form: String(body.form), nonce: String(body.nonce) };
    },
    submit: (text: string, nonce: string, key: string) => signed('/applications', text, { 'x-nonce': nonce, 'idempotency-key': key }),
    receipt: (receipt: string) => send('GET', `/applications/${receipt}`, {}),
  };
}

/** A person who is logged in. */
export async function loggedIn(url: string, person: Applicant, ticket = 1) {
  const client = clientOf(url, person, ticket);
  await client.logIn(await client.challenge());
  return client;
}
