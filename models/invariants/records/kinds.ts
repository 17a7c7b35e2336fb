import type { Column, KindOfRecord, ValueOf } from './columns.ts';

const text = (says: string) => ({ type: 'text', says }) as const;
const number = (says: string) => ({ type: 'number', says }) as const;
const time = (says: string) => ({ type: 'time', says }) as const;
const flag = (says: string) => ({ type: 'flag', says }) as const;
const status = (says: string) => ({ type: 'status', says }) as const;
const maybe = <Of extends object>(column: Of) => ({ ...column, mayBeEmpty: true }) as const;

const KEY = text('idempotency key of the request');
const RECEIPT = text('number that people are shown');
const IDENTITY = text('who it is: one value a human being, such as a connecting information (CI)');
const LANE = text('lane of the waiting room, as the surge names it');
const TICKET = number('number of the place in line');

/** What people did. */
const EVENTS = {
  application: {
    says: 'a form that was handed in and kept',
    events: true,
    columns: {
      key: KEY,
      receipt: RECEIPT,
      identity: IDENTITY,
      item: text('what is applied for'),
      at: time('when the server received it'),
      status: status('what became of it'),
      stored: text('digest of the bytes that are kept'),
      signed: text('digest of the bytes that were signed'),
      nonce: text('number that is good for one application'),
    },
  },
  signature: {
    says: 'a signed message that is kept',
    events: true,
    columns: {
      key: KEY,
      receipt: maybe(text('receipt that was given for it; empty: none')),
      valid: flag('whether the signature verifies'),
    },
  },
  attempt: {
    says: 'a line of the application log: one attempt, as it ended',
    events: true,
    columns: {
      key: KEY,
      identity: IDENTITY,
      at: time('when the server received it'),
      status: status('how it ended'),
      cause: maybe(text('why it failed; empty: it did not')),
      owner: maybe(text('who was at fault; empty: nobody')),
    },
  },
  session: {
    says: 'somebody who was logged in',
    events: true,
    columns: {
      session: text('its number'),
      at: time('when it began'),
      factor: maybe(text('what proved who it is; empty: nothing did')),
      factorAt: maybe(time('when that was verified; empty: never')),
      endedBy: maybe(text('what ended it, such as user or idle; empty: it goes on')),
    },
  },
  use: {
    says: 'a certificate, password or code that somebody used',
    events: true,
    columns: { credential: text('which one'), at: time('when'), status: status('whether it was accepted') },
  },
  payment: {
    says: 'a payment in the books, also one that was refused',
    events: true,
    columns: {
      key: KEY,
      receipt: RECEIPT,
      purchase: text('what was bought, once: the same number for every attempt to pay for it, whatever the tender'),
      amount: number('in the smallest unit of money'),
      tender: text('what was charged'),
      code: text('code that was scanned'),
      at: time('when the server received it'),
      status: status('how it stands'),
      settledAt: maybe(time('when that was final; empty: it is not')),
    },
  },
  refund: {
    says: 'money that was given back',
    events: true,
    columns: { receipt: text('receipt of the payment'), amount: number('in the smallest unit of money'), at: time('when') },
  },
  cancellation: {
    says: 'a net cancel, also one whose original never came',
    events: true,
    columns: { key: text('key of the payment that is cancelled'), at: time('when') },
  },
  notification: {
    says: 'what a customer was told of a payment by message',
    events: true,
    columns: { key: text('key of the payment'), status: status('as it was told'), at: time('when') },
  },
  request: {
    says: 'a request with an idempotency key, each time it came',
    events: true,
    columns: {
      key: KEY,
      request: text('digest of its body'),
      answer: text('digest of the body of the answer'),
      code: number('status of HTTP'),
      at: time('when'),
    },
  },
  entry: {
    says: 'somebody whom the waiting room let in',
    events: true,
    columns: { lane: LANE, ticket: TICKET, at: time('when') },
  },
} as const satisfies Readonly<Record<string, KindOfRecord>>;

/** How things stand after the run. */
const STATES = {
  strike: {
    says: 'how often somebody was wrong, as the service counts it since the run began',
    events: false,
    columns: { identity: IDENTITY, count: number('the counter') },
  },
  block: {
    says: 'a time in which somebody may not get through',
    events: false,
    columns: { identity: IDENTITY, from: time('its beginning'), until: time('its end') },
  },
  credential: {
    says: 'a certificate, password or code',
    events: false,
    columns: {
      credential: text('which one'),
      badFrom: maybe(time('when it expired or was revoked; empty: it is good')),
      uses: maybe(number('how often it may be accepted; empty: any number of times')),
    },
  },
  account: {
    says: 'an account of the service',
    events: false,
    columns: { account: text('its number'), identity: IDENTITY },
  },
  balance: {
    says: 'a purse or account of the books: of users, merchants, issuers, and money under way',
    events: false,
    columns: {
      account: text('its number'),
      amount: number('after the run, in the smallest unit of money'),
      before: number('before the run, in the same unit'),
    },
  },
  code: {
    says: 'a code that can be scanned',
    events: false,
    columns: { code: text('the code'), issuedAt: time('when it was made'), valid: flag('whether it is one at all') },
  },
  stock: { says: 'what is for sale', events: false, columns: { item: text('which'), quantity: number('how many there were') } },
  sale: {
    says: 'a sale out of the stock, all of them since it was filled',
    events: false,
    columns: { item: text('which'), quantity: number('how many'), status: status('whether it stands') },
  },
  place: { says: 'a place in line that was given out', events: false, columns: { lane: LANE, ticket: TICKET } },
  clock: {
    says: 'the clock of a machine',
    events: false,
    columns: { node: text('which machine'), offset: number('how far it is ahead of the time server, in milliseconds') },
  },
  total: {
    says: 'how many requests of a step the service counted since the run began',
    events: false,
    columns: { step: text('as the surge names it'), count: number('requests') },
  },
} as const satisfies Readonly<Record<string, KindOfRecord>>;

/** Every kind of record that an invariant looks at. */
export const KINDS = { ...EVENTS, ...STATES };

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

export type ColumnOf<Of extends Kind> = keyof (typeof KINDS)[Of]['columns'] & string;

/** One record with some of its columns. */
export type RowOf<Of extends Kind, Named extends ColumnOf<Of>> = {
  readonly [Name in Named]: (typeof KINDS)[Of]['columns'][Name] extends infer One extends Column ? ValueOf<One> : never;
};
