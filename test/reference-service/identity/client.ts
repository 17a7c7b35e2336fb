import { personOf } from '../../../models/people/person.ts';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookie: string;
}

let keys = 0;
export const newKey = (): string => `key-${keys++}`;

/** Person `n` at the service. */
export function clientOf(url: string, n: number) {
  const { user, name, phone, carrier } = personOf(n);
  const right = { user, name, phone, carrier, network: 'home' };
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Reply> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(url + path, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, body: answer, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const begin = (method: string, changes: object = {}, key = newKey()): Promise<Reply> =>
    send('POST', '/verifications', { ...right, method, ...changes }, { 'idempotency-key': key });
  const look = async (attempt: unknown) => (await send('GET', `/phone/messages/${attempt}?user=${user}`)).body.code as string | null;
  return {
    send,
    begin,
    look,
    async code(attempt: unknown): Promise<string> {
      for (;;) {
        const code = await look(attempt);
        if (code !== null) return code;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    approve: (attempt: unknown) => send('POST', `/phone/approvals/${attempt}?user=${user}`),
    confirm: (attempt: unknown, code?: string, key = newKey()) =>
      send('POST', `/verifications/${attempt}/confirm`, code === undefined ? {} : { code }, { 'idempotency-key': key }),
    report: (attempt: unknown, cause: string) => send('POST', `/verifications/${attempt}/failure`, { cause }),
    lookUp: (attempt: unknown) => send('GET', `/verifications/${attempt}`),
    block: () => send('GET', `/blocks/${user}`),
    askDesk: () => send('POST', `/blocks/${user}/case`),
    account: (cookie: string) => send('GET', '/account', undefined, { cookie }),
  };
}
