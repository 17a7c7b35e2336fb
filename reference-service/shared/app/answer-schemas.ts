/** Parts of the JSON Schemas (2020-12, as OpenAPI 3.1 uses them) of requests and answers. */
export const text = (pattern: string, description: string) => ({ type: 'string', pattern, description }) as const;

export const whole = (minimum: number, description: string) => ({ type: 'integer', minimum, description }) as const;

/** An object with exactly these properties, all of them required. */
export const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});

export const key = text('^[A-Za-z0-9_.:-]{1,64}$', 'Idempotency key: the same key with the same body gets the same answer.');

const refusal = {
  type: 'object',
  required: ['error', 'message', 'owner'],
  properties: {
    error: { type: 'string', description: 'For programs.' },
    message: { type: 'string', description: 'For people.' },
    owner: { enum: ['user', 'system', 'third party'], description: 'Whose fault it is.' },
  },
};

const REASONS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'Not logged in, or the wrong PIN.',
  402: 'Declined: the balance does not suffice.',
  403: 'Not allowed now: no valid pass, or too many wrong attempts.',
  404: 'There is no such thing.',
  409: 'Already done, with another key.',
  410: 'Too late.',
  422: 'It cannot be done as asked: something named is not valid, or the key was used for something else.',
  500: 'The service broke.',
  502: 'A system of others failed.',
  503: 'Maintenance page: too many requests are waiting.',
  504: 'A system of others did not answer in time.',
};

/** Schemas of an answer and of the refusals a route may give; every route may answer 400, 500 and 503. */
export function answers(answer: object, ...refusals: number[]): Record<number, object> {
  const all = [400, 500, 503, ...refusals].map((status) => [status, { description: REASONS[status], ...refusal }] as const);
  return { 200: answer, ...Object.fromEntries(all) };
}

export const withPass = {
  headers: { type: 'object', properties: { 'x-queue-pass': { type: 'string', description: 'The pass of the waiting room.' } } },
};
