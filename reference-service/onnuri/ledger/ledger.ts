import type pg from 'pg';
import type { Session } from '../../shared/access/session-token.ts';
import { batched } from '../../shared/postgres/batched.ts';
import { type Connected, columns, connect } from '../../shared/postgres/connect.ts';
import { MONEY_SQL, type Money, moneyOf } from './money.ts';

export type CardAnswer =
  | { readonly status: 'registered'; readonly card: string; readonly opened: number }
  | { readonly status: 'conflict' };

/** What the app asks of the database, with prepared statements. Amounts in whole won. */
export interface Ledger extends Money {
  /** Notes who logged in with which ticket of the waiting room, for the audit. */
  openSession(session: Session, lane: string, ticket: number): Promise<void>;
  /** `identifiedAt`: when the user confirmed their identity, Unix milliseconds. */
  registerCard(user: number, key: string, digest: string, identifiedAt: number): Promise<CardAnswer>;
  /** null when there is no such account. */
  balance(user: number): Promise<number | null>;
  /** Moves cards to new tables, in one transaction that keeps everybody else from registering for so long. */
  migrate(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const SQL = {
  ...MONEY_SQL,
  openSessions: 'insert into sessions (id, account, lane, ticket) select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[])',
  registerCards: `select done.status, done.card, done.opened
    from unnest($1::bigint[], $2::text[], $3::text[], $4::double precision[]) with ordinality wanted (account, key, digest, identified, place),
      lateral register_card(wanted.account, wanted.key, wanted.digest, wanted.identified) done order by place`,
  balances: 'select id, balance from accounts where id = any($1::bigint[])',
  migrate: 'select migrate_cards($1)',
} as const;

/** Milliseconds a call waits for company: less than the simulated time of nearly every step that makes it. */
const PATIENCE = { session: 25, card: 20, balance: 8 } as const;

type Ask = Connected<keyof typeof SQL>['ask'];

function cardOf({ status, card, opened }: pg.QueryResultRow): CardAnswer {
  return status === 'registered' ? { status, card: `c${card}`, opened: Number(opened) } : { status: 'conflict' };
}

/** Calls that are made together. Movements of money are not: each is a transaction of its own. */
function batchesOf(ask: Ask) {
  type Opened = readonly [id: string, user: number, lane: string, ticket: number];
  type Card = readonly [user: number, key: string, digest: string, identifiedAt: number];
  return {
    openSession: batched<Opened, void>(PATIENCE.session, async (rows) => {
      await ask('openSessions', columns(rows, 4));
      return rows.map(() => undefined);
    }),
    registerCard: batched<Card, CardAnswer>(PATIENCE.card, async (rows) => (await ask('registerCards', columns(rows, 4))).map(cardOf)),
    balance: batched<number, number | null>(PATIENCE.balance, async (users) => {
      const found = new Map((await ask('balances', [users])).map(({ id, balance }) => [Number(id), Number(balance)] as const));
      return users.map((user) => found.get(user) ?? null);
    }),
  };
}

/** `connections` at once; more requests wait for one. */
export function connectLedger(databaseUrl: string, connections: number, onError: (error: Error) => void): Ledger {
  const { ask, close } = connect(databaseUrl, connections, SQL, onError);
  const { openSession, registerCard, balance } = batchesOf(ask);
  return {
    ...moneyOf(ask),
    openSession: ({ id, user }, lane, ticket) => openSession([id, user, lane, ticket]),
    registerCard: (...card) => registerCard(card),
    balance,
    migrate: async (milliseconds) => void (await ask('migrate', [milliseconds])),
    close,
  };
}
