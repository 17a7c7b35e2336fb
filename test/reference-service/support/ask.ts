export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** `name=value` of the cookie that was set; empty without one. */
  readonly cookie: string;
}

/** Asks with JSON; `headers` may hold pass and cookie. */
export async function ask(
  base: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(base + path, { method, headers: { ...headers, ...type }, ...json });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}
