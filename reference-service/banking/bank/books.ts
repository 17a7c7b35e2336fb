import { batched } from '../../shared/postgres/batched.ts';
import { columns, connect } from '../../shared/postgres/connect.ts';
import type { BankingBug } from '../bugs.ts';

/** A login as it came. */
export interface LoginTry {
  readonly id: string;
  readonly customer: number;
  readonly pin: string;
  readonly device: string;
  readonly channel: string;
  /** Of the app; null on the web. */
  readonly version: number | null;
  readonly proved: boolean;
}

export interface TransferOrder {
  readonly key: string;
  readonly sender: number;
  readonly receiver: number;
  readonly amount: number;
  readonly approval: string;
}

/** One attempt; the owner of a failure, null for none. */
export interface Attempt {
  readonly key: string;
  readonly act: string;
  readonly customer: number;
  /** Unix milliseconds. */
  readonly receivedAt: number;
  readonly outcome: string;
  readonly owner: string | null;
}

/** What the app asks of the database, with prepared statements. Outcomes are the words of the SQL functions. */
export interface Books {
  logIn(login: LoginTry): Promise<string>;
  /** Whether a session has not ended. */
  isOpen(session: string): Promise<boolean>;
  /** Judges a code by the counter it belongs to; null: to none of the window. */
  redeem(customer: number, serial: number, counter: number | null): Promise<{ readonly outcome: string; readonly approval: string | null }>;
  issueToken(customer: number, replace: boolean): Promise<number | null>;
  /** The active token of a customer; null without one. */
  tokenOf(customer: number): Promise<number | null>;
  openAccount(pin: string): Promise<number>;
  deregister(customer: number, session: string, serial: number, approval: string): Promise<string>;
  transfer(order: TransferOrder): Promise<{ readonly status: string; readonly receipt: string | null }>;
  balanceOf(customer: number): Promise<number>;
  /** The amount of a customer's own transfer; null when there is none. */
  amountOf(customer: number, receipt: string): Promise<number | null>;
  note(attempt: Attempt): Promise<void>;
  close(): Promise<void>;
}

const SQL = {
  logIn: 'select log_in($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
  isOpen: 'select ended_by is null as open from sessions where id = $1',
  redeem: 'select outcome, approval from redeem($1, $2, $3, $4)',
  issueToken: 'select issue_token($1, $2, $3) as serial',
  tokenOf: 'select max(serial) as serial from tokens where customer = $1 and active',
  openAccount: 'select open_account($1) as number',
  deregister: 'select deregister($1, $2, $3, $4) as outcome',
  transfer: 'select status, receipt from transfer($1, $2, $3, $4, $5, $6)',
  balance: 'select balance from customers where number = $1',
  amount: 'select amount from transfers where sender = $1 and receipt_of(id) = $2',
  notes: `insert into attempts (key, act, customer, received_at, outcome, owner)
    select key, act, customer, to_timestamp(received / 1000), outcome, owner
    from unnest($1::text[], $2::text[], $3::bigint[], $4::double precision[], $5::text[], $6::text[]) n (key, act, customer, received, outcome, owner)`,
} as const;

/** Milliseconds a note waits for company. */
const PATIENCE = 20;

const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** `connections` at once; more requests wait for one. */
export function connectBooks(databaseUrl: string, connections: number, bug: BankingBug | null, onError: (error: Error) => void): Books {
  const { ask, close } = connect(databaseUrl, connections, SQL, onError);
  const first = async (name: keyof typeof SQL, ...values: unknown[]) => (await ask(name, values))[0];
  const write = batched(PATIENCE, async (rows: readonly (readonly unknown[])[]) => {
    await ask('notes', columns(rows, 6));
    return rows.map(() => undefined);
  });
  return {
    logIn: async ({ id, customer, pin, device, channel, version, proved }) =>
      String((await first('logIn', id, customer, pin, device, channel, version, proved, bug))?.outcome),
    isOpen: async (session) => (await first('isOpen', session))?.open === true,
    redeem: async (customer, serial, counter) =>
      (await first('redeem', customer, serial, counter, bug)) as { outcome: string; approval: string | null },
    issueToken: async (customer, replace) => numberOrNull((await first('issueToken', customer, replace, bug))?.serial),
    tokenOf: async (customer) => numberOrNull((await first('tokenOf', customer))?.serial),
    openAccount: async (pin) => Number((await first('openAccount', pin))?.number),
    deregister: async (...asked) => String((await first('deregister', ...asked))?.outcome),
    transfer: async ({ key, sender, receiver, amount, approval }) =>
      (await first('transfer', key, sender, receiver, amount, approval, bug)) as { status: string; receipt: string | null },
    balanceOf: async (customer) => Number((await first('balance', customer))?.balance),
    amountOf: async (customer, receipt) => numberOrNull((await first('amount', customer, receipt))?.amount),
    note: ({ key, act, customer, receivedAt, outcome, owner }) => write([key, act, customer, receivedAt, outcome, owner]),
    close,
  };
}
