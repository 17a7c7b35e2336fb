import type { Session } from '../../shared/access/session-token.ts';
import { batched } from '../../shared/postgres/batched.ts';
import { columns, connect } from '../../shared/postgres/connect.ts';

/** What became of an application or a purchase. */
export interface Booked {
  readonly status: 'accepted' | 'bought' | 'duplicate' | 'sold-out';
  readonly receipt: string | null;
}

/** How vouchers are sold: `keeps` are never sold, and with `late` the stock is taken a moment after it was looked at. */
export interface SaleRules {
  readonly keeps: number;
  readonly late: boolean;
}

/** What the app asks of the database, with prepared statements. */
export interface Books {
  openSession(session: Session, lane: string, ticket: number): Promise<void>;
  /** `receivedAt`: Unix milliseconds. */
  apply(key: string, person: number, receivedAt: number): Promise<Booked>;
  buy(key: string, person: number, rules: SaleRules): Promise<Booked>;
  /** Notes an application that came after the close. */
  refuse(key: string, receivedAt: number): Promise<void>;
  /** Notes when the maintenance of the night begins, Unix milliseconds. */
  closesAt(moment: number): Promise<void>;
  close(): Promise<void>;
}

const SQL = {
  openSessions: 'insert into sessions select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[])',
  applications: `select done.status, done.receipt
    from unnest($1::text[], $2::bigint[], $3::double precision[]) with ordinality wanted (key, person, received, place),
      lateral apply(wanted.key, wanted.person, wanted.received) done order by place`,
  buy: 'select status, receipt from buy($1, $2, $3, $4)',
  refuse: 'insert into refusals values ($1, to_timestamp($2::double precision / 1000))',
  closing: 'insert into closing values (to_timestamp($1::double precision / 1000))',
} as const;

/** Milliseconds a call waits for company: less than the simulated time of nearly every step that makes it. */
const PATIENCE = { session: 25, application: 15 } as const;

/** `connections` at once; more requests wait for one. */
export function connectBooks(databaseUrl: string, connections: number, onError: (error: Error) => void): Books {
  const { ask, close } = connect(databaseUrl, connections, SQL, onError);
  type Opened = readonly [id: string, user: number, lane: string, ticket: number];
  type Applied = readonly [key: string, person: number, receivedAt: number];
  const openSession = batched<Opened, void>(PATIENCE.session, async (rows) => {
    await ask('openSessions', columns(rows, 4));
    return rows.map(() => undefined);
  });
  const apply = batched<Applied, Booked>(PATIENCE.application, async (rows) => (await ask('applications', columns(rows, 3))) as Booked[]);
  return {
    openSession: ({ id, user }, lane, ticket) => openSession([id, user, lane, ticket]),
    apply: (...row) => apply(row),
    buy: async (key, person, { keeps, late }) => (await ask('buy', [key, person, keeps, late]))[0] as Booked,
    refuse: async (...row) => void (await ask('refuse', row)),
    closesAt: async (moment) => void (await ask('closing', [moment])),
    close,
  };
}
