import type { Session } from '../../shared/access/session-token.ts';
import { batched } from '../../shared/postgres/batched.ts';
import { type Connected, columns, connect } from '../../shared/postgres/connect.ts';

/** What became of an application. */
export interface Submitted {
  readonly status: 'stored' | 'repeated' | 'key-reused' | 'nonce-reused' | 'duplicate';
  readonly receipt: string | null;
}

/** An application that was verified. */
export interface Application {
  readonly key: string;
  readonly person: number;
  readonly complex: number;
  readonly nonce: string;
  readonly form: Uint8Array;
  readonly message: Uint8Array;
  /** Unix milliseconds. */
  readonly receivedAt: number;
}

/** One attempt to submit; the owner of a failure, null for none. */
export interface Attempt {
  readonly key: string;
  readonly person: number;
  readonly receivedAt: number;
  readonly outcome: string;
  readonly owner: string | null;
}

/** What the app asks of the database, with prepared statements. */
export interface Register {
  openSession(session: Session, lane: string, ticket: number, method: string): Promise<void>;
  /** Stores an application and its receipt in one transaction, or says why not. */
  submit(application: Application): Promise<Submitted>;
  note(attempt: Attempt): Promise<void>;
  /** Notes when the register closes, Unix milliseconds. */
  closesAt(moment: number): Promise<void>;
  /** The receipt of a person's own application; null when there is none. */
  receiptOf(person: number, receipt: string): Promise<string | null>;
  close(): Promise<void>;
}

const SQL = {
  openSessions:
    'insert into sessions (id, account, lane, ticket, method) select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[], $5::text[])',
  notes: `insert into attempts (key, person, received_at, outcome, owner)
    select key, person, to_timestamp(received / 1000), outcome, owner
    from unnest($1::text[], $2::bigint[], $3::double precision[], $4::text[], $5::text[]) noted (key, person, received, outcome, owner)`,
  submit: 'select status, receipt from submit($1, $2, $3, $4, $5, $6, $7)',
  closing: 'insert into closing values (to_timestamp($1::double precision / 1000))',
  receipt: 'select receipt_of(id) as receipt from applications where person = $1 and receipt_of(id) = $2',
} as const;

/** Milliseconds a call waits for company. */
const PATIENCE = { session: 20, note: 20 } as const;

type Ask = Connected<keyof typeof SQL>['ask'];

/** Rows of a table that are written together. */
function writer(ask: Ask, name: 'openSessions' | 'notes', width: number, patience: number): (row: readonly unknown[]) => Promise<void> {
  return batched(patience, async (rows: readonly (readonly unknown[])[]) => {
    await ask(name, columns(rows, width));
    return rows.map(() => undefined);
  });
}

/** `connections` at once; more requests wait for one. */
export function connectRegister(databaseUrl: string, connections: number, onError: (error: Error) => void): Register {
  const { ask, close } = connect(databaseUrl, connections, SQL, onError);
  const [session, note] = [writer(ask, 'openSessions', 5, PATIENCE.session), writer(ask, 'notes', 5, PATIENCE.note)];
  return {
    openSession: ({ id, user }, lane, ticket, method) => session([id, user, lane, ticket, method]),
    submit: async ({ key, person, complex, nonce, form, message, receivedAt }) =>
      (await ask('submit', [key, person, complex, nonce, Buffer.from(form), Buffer.from(message), receivedAt]))[0] as Submitted,
    note: ({ key, person, receivedAt, outcome, owner }) => note([key, person, receivedAt, outcome, owner]),
    closesAt: async (moment) => void (await ask('closing', [moment])),
    receiptOf: async (person, receipt) => ((await ask('receipt', [person, receipt]))[0]?.receipt as string | undefined) ?? null,
    close,
  };
}
