import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineKey, type JournalEntry, keyPrefix, packJournal, unpackJournal } from '../../../../models/workload/log/journal.ts';

const STEPS = ['login', 'pay', 'cancel'];
const PREFIX = keyPrefix(1_800_000_000_000);

const entry = (own: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ person: 0, step: 'pay', key: '', amount: null, status: 'approved', receipt: '', facts: {} },
  ...own,
});
const roundTrip = (entries: readonly JournalEntry[]): JournalEntry[] =>
  packJournal(entries, STEPS, PREFIX).flatMap((group) => unpackJournal(JSON.parse(JSON.stringify(group)), STEPS, PREFIX));
const sorted = (entries: readonly JournalEntry[]): string[] =>
  entries.map(({ facts, ...rest }) => JSON.stringify([rest, Object.entries(facts).sort()])).sort();

describe('the journal in the log', () => {
  it('gives back what went in, whatever the facts', () => {
    const fact = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.boolean(),
    );
    const anyEntry = fc.record({
      person: fc.nat(1e6),
      step: fc.constantFrom(...STEPS),
      key: fc.oneof(fc.constant(''), fc.string({ maxLength: 8 }), fc.constant(engineKey(PREFIX, 3, 1))),
      amount: fc.oneof(fc.constant(null), fc.nat(1e6), fc.double({ min: 0, max: 1e6, noNaN: true })),
      status: fc.constantFrom('approved', 'unknown'),
      receipt: fc.oneof(fc.constant(''), fc.string({ maxLength: 8 }), fc.stringMatching(/^R-0{0,3}[0-9]{1,17}$/)),
      facts: fc.dictionary(fc.string({ maxLength: 4 }), fact, { maxKeys: 3 }),
    });
    // JSON knows no negative zero.
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (entries) => {
        const plain = JSON.parse(JSON.stringify(entries)) as JournalEntry[];
        expect(sorted(roundTrip(plain))).toEqual(sorted(plain));
      }),
    );
  });

  it('writes keys of the engine as the number at their end, columns of near numbers as differences, and what all have once', () => {
    const people = [7, 5, 6].map((person) => entry({ person, key: engineKey(PREFIX, person, 0), facts: { ticket: 10_000 + person } }));
    expect(packJournal(people, STEPS, PREFIX)).toEqual([[1, 'approved', {}, ['key', '+.ticket'], [5, 1, 1], 0, [10_005, 1, 1]]]);
    // Somebody else's key, and one that only looks like it, stand as they are.
    const foreign = [entry({ key: engineKey(PREFIX, 9, 0) }), entry({ key: `${PREFIX}0-007` })];
    expect(roundTrip(foreign).map(({ key }) => key)).toEqual(foreign.map(({ key }) => key));
  });

  it.each([
    ['R-', ['R-0000000098', 'R-0000000101', 'R-0000000100'], ['R-', 10, 98, 3, -1]],
    ['no filling', ['c98', 'c101', 'c100'], ['c', 0, 98, 3, -1]],
    ['digits alone', ['098', '101', '100'], ['', 3, 98, 3, -1]],
  ])('writes receipts that differ in a number as what they have in common, and the numbers: %s', (_, receipts, column) => {
    const entries = receipts.map((receipt, person) => entry({ person, receipt }));
    expect(packJournal(entries, STEPS, PREFIX)).toEqual([[1, 'approved', {}, ['#receipt'], [0, 1, 1], column]]);
    expect(roundTrip(entries)).toEqual(entries);
  });

  it.each([
    ['another beginning', ['R-1', 'S-1']],
    ['zeros in some', ['R-01', 'R-100']],
    ['more digits than a number holds', ['R-1234567890123456', 'R-1234567890123457']],
    ['no number', ['R-1', 'R-']],
    ['a number that is written otherwise', ['R-100', 'R-1e2']],
  ])('writes other receipts as they are: %s', (_, receipts) => {
    const entries = receipts.map((receipt, person) => entry({ person, receipt }));
    expect(roundTrip(entries)).toEqual(entries);
  });

  it('keeps entries apart by step, status and texts, a hundred in a group at most', () => {
    const many = Array.from({ length: 250 }, (_, person) => entry({ person, facts: { lane: person < 125 ? 'a' : 'b' } }));
    expect(packJournal(many, STEPS, PREFIX).map(([, , texts, , people]) => [texts.lane, people.length])).toEqual([
      ['a', 100],
      ['a', 25],
      ['b', 100],
      ['b', 25],
    ]);
  });

  it('takes two bytes and a half more for a login, and half of what a payment took before', () => {
    // 42,444 logins and 12,692 payments in 270 s on 4 VUs, as in a lab run of the launch: 39 and 12 of each in a line.
    const logins = Array.from({ length: 39 }, (_, i) =>
      entry({ person: 4 * (1_000 + i), step: 'login', status: 'home', facts: { lane: 'payment', ticket: 7_000 + 3 * i } }),
    );
    const bytes = packJournal(logins, STEPS, PREFIX).map((group) => JSON.stringify(group).length);
    expect(bytes[0]! / 39).toBeLessThan(7);
  });
});
