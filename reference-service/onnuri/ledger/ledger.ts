import pg from 'pg';
import type { Session } from '../app/session-cookie.ts';

/** The answer to a payment or a cancel; `receipt` and `balance` are there when money was moved or looked at. */
export interface Movement {
  readonly status: 'approved' | 'declined' | 'cancelled' | 'conflict' | 'no-account' | 'no-original' | 'already-cancelled';
  readonly receipt: string | null;
  readonly balance: number | null;
}

export type Confirmation = 'verified' | 'wrong' | 'blocked' | 'expired' | 'unknown';

interface CardAnswer {
  readonly status: 'registered' | 'conflict' | 'unverified';
  readonly card: string;
  readonly opened: number;
}

/** What the app nodes ask of the database: one prepared statement and one round trip each. Amounts in whole won. */
export interface Ledger {
  openSession(session: Session, lane: string, ticket: number): Promise<void>;
  storeCode(request: string, session: Session, code: string): Promise<void>;
  confirmCode(request: string, session: Session, code: string): Promise<Confirmation>;
  registerCard(session: Session, key: string, digest: string): Promise<CardAnswer>;
  /** null when there is no such account. */
  balance(user: number): Promise<number | null>;
  pay(key: string, user: number, merchantAccount: number, amount: number): Promise<Movement>;
  cancel(key: string, user: number, of: string): Promise<Movement>;
  close(): Promise<void>;
}

const SQL = {
  openSession: 'insert into sessions (id, account, lane, ticket) values ($1, $2, $3, $4)',
  storeCode: 'insert into codes (request, session, code) values ($1, $2, $3)',
  confirmCode: 'select confirm_code($1, $2, $3) as status',
  registerCard: 'select status, card, opened from register_card($1, $2, $3, $4)',
  balance: 'select balance from accounts where id = $1',
  pay: 'select status, receipt, balance from pay($1, $2, $3, $4)',
  cancel: 'select status, receipt, balance from cancel($1, $2, $3)',
} as const;

/** Whole won stay far below 2^53, so bigint columns are read as numbers. */
const movementOf = (row: { status: Movement['status']; receipt: string | null; balance: string | null }): Movement => ({
  ...row,
  balance: row.balance === null ? null : Number(row.balance),
});

/** `connections` at once; more requests wait for one. */
export function connectLedger(databaseUrl: string, connections: number, onError: (error: Error) => void): Ledger {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections, idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000 });
  // The pool watches connections that are idle, not those it is closing while the server stops.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => {});
  const ask = async (name: keyof typeof SQL, values: readonly unknown[]) =>
    (await pool.query({ name, text: SQL[name], values: [...values] })).rows[0];
  return {
    openSession: async ({ id, user }, lane, ticket) => void (await ask('openSession', [id, user, lane, ticket])),
    storeCode: async (request, { id }, code) => void (await ask('storeCode', [request, id, code])),
    confirmCode: async (request, { id }, code) => (await ask('confirmCode', [request, id, code])).status,
    registerCard: async ({ id, user }, key, digest) => {
      const row = await ask('registerCard', [id, user, key, digest]);
      return { status: row.status, card: `c${row.card}`, opened: Number(row.opened) };
    },
    balance: async (user) => {
      const row = await ask('balance', [user]);
      return row === undefined ? null : Number(row.balance);
    },
    pay: async (...values) => movementOf(await ask('pay', values)),
    cancel: async (...values) => movementOf(await ask('cancel', values)),
    close: () => pool.end(),
  };
}
