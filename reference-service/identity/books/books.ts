import type { BlockReason } from '../../../models/people/identification.ts';
import { batched } from '../../shared/postgres/batched.ts';
import { type Connected, columns, connect } from '../../shared/postgres/connect.ts';

/** A block that is in force; `dueAt` in Unix milliseconds, null when only the desk may release. */
export interface Block {
  readonly id: number;
  readonly reason: BlockReason;
  readonly dueAt: number | null;
}

/** A line of the log. */
export interface Line {
  readonly attempt: string;
  readonly person: number;
  readonly at: number;
  readonly method: string;
  readonly carrier: string;
  readonly step: string;
  readonly outcome: string;
  readonly cause: string | null;
  readonly owner: string | null;
}

export interface Send {
  readonly attempt: string;
  readonly person: number;
  readonly code: string;
  readonly sentAt: number;
  /** null: lost. */
  readonly arrivesAt: number | null;
}

export interface Proof {
  readonly attempt: string;
  readonly person: number;
  readonly method: string;
  readonly code: string | null;
  readonly approved: boolean;
  readonly receivedAt: number;
  readonly ci: string;
  readonly session: string;
}

/** Milliseconds a block lasts, by reason; null: until the desk releases. */
export type Terms = Readonly<Record<BlockReason, number | null>>;

/** What the app asks of the database, with prepared statements. */
export interface Books {
  blockOf(person: number): Promise<Block | null>;
  verify(proof: Proof): Promise<'verified' | 'blocked'>;
  strike(person: number, kind: BlockReason, most: number, terms: Terms): Promise<'counted' | 'blocked'>;
  /** The failures of a person, and the same written back: what a service does that counts by itself. */
  failures(person: number): Promise<{ readonly strikes: number; readonly kinds: readonly string[] }>;
  setFailures(person: number, strikes: number, kinds: readonly string[], most: number, terms: Terms): Promise<void>;
  /** Ends the blocks whose time is over. */
  releaseDue(): Promise<void>;
  /** Opens a case about a block; false when there is one. */
  ask(block: number, at: number): Promise<boolean>;
  releaseByDesk(block: number): Promise<void>;
  send(send: Send): Promise<void>;
  note(line: Line): Promise<void>;
  /** The last line about an attempt; null when there is none. */
  lastLine(attempt: string): Promise<Pick<Line, 'outcome' | 'cause' | 'owner'> | null>;
  close(): Promise<void>;
}

const SQL = {
  block: 'select id, reason, due_at from blocks where person = $1 and released_at is null',
  verify: 'select verify($1, $2, $3, $4, $5, $6, $7, $8) as status',
  strike: 'select strike($1, $2, $3, $4) as status',
  failures: 'select strikes, kinds from identities where person = $1',
  setFailures: 'select set_failures($1, $2, $3, $4, $5)',
  release: `update blocks set released_at = now_ms(), released_by = 'rule'
    where released_at is null and due_at <= now_ms()`,
  ask: 'insert into cases values ($1, $2) on conflict do nothing returning block',
  desk: `update blocks set released_at = now_ms(), released_by = 'desk' where id = $1 and released_at is null`,
  sends: 'insert into sends select * from unnest($1::text[], $2::bigint[], $3::text[], $4::double precision[], $5::double precision[])',
  log: `insert into log select * from unnest($1::text[], $2::bigint[], $3::double precision[], $4::text[], $5::text[], $6::text[], $7::text[],
    $8::text[], $9::text[])`,
  lastLine: 'select outcome, cause, owner from log where attempt = $1 order by at desc limit 1',
} as const;

/** Milliseconds a line waits for company. */
const PATIENCE = 10;

type Ask = Connected<keyof typeof SQL>['ask'];

/** Rows of a table that are written together. */
function writer(ask: Ask, name: 'sends' | 'log', width: number): (row: readonly unknown[]) => Promise<void> {
  return batched(PATIENCE, async (rows: readonly (readonly unknown[])[]) => {
    await ask(name, columns(rows, width));
    return rows.map(() => undefined);
  });
}

type Lines = Pick<Books, 'send' | 'note' | 'lastLine'>;

function linesOf(ask: Ask): Lines {
  const [sends, log] = [writer(ask, 'sends', 5), writer(ask, 'log', 9)];
  return {
    send: ({ attempt, person, code, sentAt, arrivesAt }) => sends([attempt, person, code, sentAt, arrivesAt]),
    note: ({ attempt, person, at, method, carrier, step, outcome, cause, owner }) =>
      log([attempt, person, at, method, carrier, step, outcome, cause, owner]),
    lastLine: async (attempt) => ((await ask('lastLine', [attempt]))[0] as Awaited<ReturnType<Books['lastLine']>> | undefined) ?? null,
  };
}

/** `connections` at once; more requests wait for one. */
export function connectBooks(databaseUrl: string, connections: number, onError: (error: Error) => void): Books {
  const { ask, close } = connect(databaseUrl, connections, SQL, onError);
  const status = async (name: 'verify' | 'strike', values: readonly unknown[]) => (await ask(name, values))[0]?.status;
  return {
    ...linesOf(ask),
    async blockOf(person) {
      const row = (await ask('block', [person]))[0];
      return row === undefined ? null : { id: Number(row.id), reason: row.reason as BlockReason, dueAt: row.due_at as number | null };
    },
    verify: ({ attempt, person, method, code, approved, receivedAt, ci, session }) =>
      status('verify', [attempt, person, method, code, approved, receivedAt, ci, session]),
    strike: (person, kind, most, terms) => status('strike', [person, kind, most, terms]),
    async failures(person) {
      const { strikes = 0, kinds = [] } = (await ask('failures', [person]))[0] ?? {};
      return { strikes, kinds };
    },
    setFailures: async (person, strikes, kinds, most, terms) => void (await ask('setFailures', [person, strikes, kinds, most, terms])),
    releaseDue: async () => void (await ask('release', [])),
    ask: async (block, at) => (await ask('ask', [block, at])).length === 1,
    releaseByDesk: async (block) => void (await ask('desk', [block])),
    close,
  };
}
