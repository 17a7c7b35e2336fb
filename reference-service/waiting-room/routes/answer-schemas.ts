/** JSON Schemas (2020-12, as OpenAPI 3.1 uses them) of what the waiting room answers. Times in milliseconds. */
const whole = (minimum: number, description: string) => ({ type: 'integer', minimum, description }) as const;

const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});

const key = {
  type: 'string',
  pattern: '^[A-Za-z0-9_-]{22}$',
  description: 'Opens this place in the queue and no other; keep it secret.',
} as const;
const ticket = whole(1, 'Number of the person in the lane, in order of joining.');

const waiting = {
  state: { const: 'waiting' },
  position: whole(1, 'People really ahead, plus one.'),
  waitMs: { type: ['integer', 'null'], minimum: 0, description: 'Expected time until admission; null when it is not known.' },
  pollMs: whole(1_000, 'Ask again after this time. Up to 60 s, more only when above 240,000 people wait.'),
};
const admitted = {
  state: { const: 'admitted' },
  pass: { type: 'string', description: 'To be sent as x-queue-pass.' },
  admittedAt: whole(0, 'Unix time at which the person was admitted, however late they asked.'),
  expiresAt: whole(0, 'Unix time from which on the pass is refused.'),
};

const count = (description: string) => whole(0, description);
const laneStatus = object({
  waiting: count('People in the queue now.'),
  joined: count('People since the start.'),
  admitted: count('People let in since the start.'),
  left: count('People who left the queue.'),
  dropped: count('People who were not heard of in time.'),
  inside: count('People let in who neither finished nor ran out of time.'),
  completed: count('People who gave their place back.'),
  expired: count('Passes that ran out, and people who never came for theirs.'),
  ratePerSecond: { type: 'number', minimum: 0, description: 'Admissions per second of the last seconds.' },
});

export const joinSchema = {
  description: 'A place in the queue, or a pass when there is room at once.',
  oneOf: [object({ ticket, key, ...waiting }), object({ ticket, key, ...admitted })],
};

export const pollSchema = { description: 'Still in the queue, or admitted.', oneOf: [object(waiting), object(admitted)] };

export const statusSchema = {
  description: 'joined = waiting + admitted + left + dropped; admitted = inside + completed + expired.',
  ...object({ lanes: { type: 'object', additionalProperties: laneStatus }, tokensPerSecond: { type: 'number', exclusiveMinimum: 0 } }),
};

export const errorSchema = (description: string) => ({
  description,
  ...object({ error: { type: 'string' }, message: { type: 'string' } }),
});
