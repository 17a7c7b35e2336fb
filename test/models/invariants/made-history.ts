import fc from 'fast-check';
import type { InvariantName } from '../../../models/invariants/catalogue.ts';
import { type CheckedInvariant, checkInvariants, type RecordsByKind } from '../../../models/invariants/check-invariants.ts';
import type { ClientEntry, ClientPlace, StepTotal } from '../../../models/invariants/client-side.ts';
import type { AnyRow, Status } from '../../../models/invariants/records/columns.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../../models/invariants/records/kinds.ts';
import type { OptionValue } from '../../../models/workload/audit/audit-spec.ts';

/** A service and its people after a run. */
export interface History {
  readonly records: Record<Kind, AnyRow[]>;
  readonly entries: ClientEntry[];
  readonly admitted: ClientPlace[];
  readonly places: ClientPlace[];
  readonly totals: StepTotal[];
}

/** What one person did and met. */
export interface Did {
  readonly status: Status;
  /** How long after the start, ms; up to the deadline for all but `late`. */
  readonly after: number;
  readonly amount: number;
  readonly refunded: number;
  readonly byCard: boolean;
  readonly confirmed: boolean;
  readonly answered: boolean;
}

export const STARTED_AT = 1_796_000_000_000;
/** ms after the start. */
export const DEADLINE = 100_000;
const READ_AT = STARTED_AT + 400_000;
const OPTIONS: { readonly [Name in InvariantName]?: Readonly<Record<string, OptionValue>> } = {
  'in-time-is-never-late': { deadline: { after: DEADLINE } },
  'late-is-never-accepted': { deadline: { after: DEADLINE } },
  'admitted-within-capacity': { capacity: 1_000 },
};

/** Random people; whoever is late came after the deadline, everybody else at the latest on it. */
export const people: fc.Arbitrary<readonly Did[]> = fc.array(
  fc
    .record({
      status: fc.constantFrom<Status>('accepted', 'accepted', 'accepted', 'refused', 'wrong', 'late', 'cancelled'),
      after: fc.integer({ min: 0, max: DEADLINE }),
      amount: fc.integer({ min: 1, max: 1_000_000 }),
      refunded: fc.integer({ min: 0, max: 1_000_000 }),
      byCard: fc.boolean(),
      confirmed: fc.boolean(),
      answered: fc.boolean(),
    })
    .map((did) => ({
      ...did,
      after: did.status === 'late' ? DEADLINE + 1 + did.after : did.after,
      refunded: Math.min(did.refunded, did.amount),
    })),
  { maxLength: 60 },
);

const none = (): Record<Kind, AnyRow[]> => Object.fromEntries(KIND_NAMES.map((kind) => [kind, [] as AnyRow[]])) as Record<Kind, AnyRow[]>;

/** What a sound service books of one person. */
function book(records: Record<Kind, AnyRow[]>, did: Did, i: number): void {
  const [key, receipt, identity, at] = [`k-${i}`, `r-${i}`, `person-${i}`, STARTED_AT + did.after];
  const good = did.status === 'accepted';
  const status = did.status;
  records.attempt.push({ key, identity, at, status, cause: good ? null : 'cause', owner: good ? null : 'user' });
  records.application.push({ key, receipt, identity, item: 'flat', at, status, stored: `h${i}`, signed: `h${i}`, nonce: `n${i}` });
  records.signature.push({ key, receipt: good ? receipt : null, valid: good });
  if (good) records.session.push({ session: `s${i}`, at, factor: 'otp', factorAt: at - 1, endedBy: did.confirmed ? 'user' : null });
  records.credential.push({ credential: `c${i}`, badFrom: good ? null : at - 5, uses: 1 });
  records.use.push({ credential: `c${i}`, at, status: good ? 'accepted' : 'refused' });
  const tender = did.byCard !== did.confirmed ? 'card' : 'voucher';
  const { amount } = did;
  records.code.push({ code: `q${i}`, issuedAt: at - 60_000, valid: true });
  records.payment.push({ key, receipt, purchase: `b${i}`, amount, tender, code: `q${i}`, at, status, settledAt: at + 100 });
  // The books of a purchase also hold an attempt with another tender that was refused.
  records.payment.push({ ...records.payment.at(-1)!, key: `${key}-before`, receipt: `${receipt}-before`, status: 'refused' });
  if (good && did.refunded > 0) records.refund.push({ receipt, amount: did.refunded, at });
  if (status === 'cancelled') records.cancellation.push({ key, at });
  records.notification.push({ key, status, at });
  for (let n = 0; n < 2; n++) records.request.push({ key, request: `body${i}`, answer: `answer${i}`, code: good ? 200 : 409, at });
  records.request.push({ key, request: `other${i}`, answer: 'no', code: 422, at });
  records.strike.push({ identity, count: status === 'wrong' ? 1 : 0 });
  records.account.push({ account: `a${i}`, identity });
  records.balance.push(
    { account: `a${i}`, amount: amount - did.refunded, before: amount },
    { account: `m${i}`, amount: did.refunded, before: 0 },
  );
  records.sale.push({ item: 'flat', quantity: 1, status });
  records.place.push({ lane: 'main', ticket: i });
  if (good) records.entry.push({ lane: 'main', ticket: i, at });
}

/** A run in which nothing went wrong. Nobody knows the answer of those who got none: it may be that of the books. */
export function cleanHistory(did: readonly Did[]): History {
  const records = none();
  did.forEach((one, i) => {
    book(records, one, i);
  });
  records.stock.push({ item: 'flat', quantity: did.filter(({ status }) => status === 'accepted').length });
  records.clock.push({ node: 'app-1', offset: 12 }, { node: 'app-2', offset: -99 });
  const entries = did.map(({ status, answered, amount, byCard, confirmed }, i): ClientEntry => {
    const facts = {
      identity: `person-${i}`,
      tender: byCard ? 'card' : 'voucher',
      ...(confirmed ? { confirmed: byCard ? 'voucher' : 'card' } : {}),
    };
    return {
      person: i,
      step: 'buy',
      key: `k-${i}`,
      amount,
      status: answered ? status : 'unknown',
      receipt: answered ? `r-${i}` : '',
      facts,
    };
  });
  const answered = did.filter((one) => one.answered).length;
  records.total.push({ step: 'buy', count: answered });
  const places = did.map((_, i) => ({ lane: 'main', ticket: i }));
  const admitted = places.filter((_, i) => did[i]!.status === 'accepted');
  return { records, entries, admitted, places, totals: [{ step: 'buy', sent: did.length, answered }] };
}

const DID: Did = { status: 'accepted', after: 0, amount: 100, refunded: 10, byCard: true, confirmed: false, answered: true };

/** Ten people a second apart: eight were accepted, person 8 was refused, person 9 came after the deadline. */
export const tenPeople = (): History =>
  cleanHistory(
    Array.from({ length: 10 }, (_, i): Did => {
      if (i === 9) return { ...DID, status: 'late', after: DEADLINE + 1 };
      return { ...DID, status: i === 8 ? 'refused' : 'accepted', after: i * 1_000 };
    }),
  );

/** The records as they are read: with every column of their kind. */
export const asRead = (records: History['records']): RecordsByKind =>
  Object.fromEntries(KIND_NAMES.map((kind) => [kind, { columns: new Set(Object.keys(KINDS[kind].columns)), rows: records[kind] }]));

export const knowledgeOf = ({ entries, admitted, places, totals }: History) => ({
  client: { entries, admitted, places, totals, startedAt: STARTED_AT, readAt: READ_AT },
  journalProblem: null,
  whole: true,
});

/** What one invariant finds in a history. */
export function found(
  name: InvariantName,
  history: History,
  options: Readonly<Record<string, OptionValue>> = OPTIONS[name] ?? {},
): CheckedInvariant {
  return checkInvariants([{ name, options }], asRead(history.records), knowledgeOf(history))[0]!;
}

/** What an invariant says of ten people after a change to what a sound service booked. */
export function planted(name: InvariantName, plant: (history: History) => void): readonly string[] {
  const history = tenPeople();
  if (found(name, history).violations !== 0) throw new Error(`${name} is not silent on a clean run`);
  plant(history);
  const { violations, examples } = found(name, history);
  if (violations !== examples.length) throw new Error(`${violations} violations, ${examples.length} examples`);
  return examples;
}

/** Changes the record of a kind at a place. */
export function change(history: History, kind: Kind, i: number, over: AnyRow): void {
  history.records[kind][i] = { ...history.records[kind][i]!, ...over };
}
