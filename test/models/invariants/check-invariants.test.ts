import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../../../models/invariants/check-invariants.ts';
import { entriesByKey } from '../../../models/invariants/client-side.ts';
import { asRead, found, knowledgeOf, tenPeople } from './made-history.ts';

const one = (name: string, records: Parameters<typeof checkInvariants>[1], over = {}) =>
  checkInvariants([{ name, options: {} }], records, { ...knowledgeOf(tenPeople()), ...over })[0]!;

describe('what cannot be checked', () => {
  const records = asRead(tenPeople().records);

  it('names the kind that nobody reads, the source that failed, and the columns that are missing', () => {
    const { payment: _, ...rest } = records;
    expect(one('told-is-booked', rest).notMade).toBe('It needs payment records, and the surge names no place to read them.');
    expect(one('told-is-booked', { ...rest, payment: { problem: 'no answer (ECONNREFUSED).' } })).toEqual({
      name: 'told-is-booked',
      says: 'what people were told of a payment is what the books say',
      ...{ examined: 0, violations: 0, examples: [], lacks: 'records' },
      notMade: 'It needs payment records, and they could not be read: no answer (ECONNREFUSED).',
    });
    const columns = { columns: new Set(['key', 'receipt']), rows: [{ key: 'a', receipt: 'b' }] };
    expect(one('told-is-booked', { payment: columns }).notMade).toBe(
      'It needs payment records with the columns amount, status, which they do not have.',
    );
    expect(one('charged-once', { payment: { ...columns, columns: new Set(['receipt', 'purchase']) } }).notMade).toContain(
      'the column status,',
    );
  });

  it('says all that is missing at once, the facts of the journal too', () => {
    const { client } = knowledgeOf(tenPeople());
    const entries = client.entries.map((entry) => ({ ...entry, facts: {} }));
    expect(one('strikes-are-exact', {}, { whole: false, client: { ...client, entries } }).notMade).toBe(
      'It needs strike records, and the surge names no place to read them. No answer was noted with identity; let the journey note it with user.journal. ' +
        'The measurement log is not whole, so that what people asked for is not known in full.',
    );
    expect(one('told-is-booked', records, { journalProblem: 'No answer was noted.' }).notMade).toBe('No answer was noted.');
  });

  it('lets a kind without a single record pass its columns, as nobody knows them', () =>
    expect(one('charged-once', { payment: { columns: new Set<string>(), rows: [] } })).toMatchObject({ examined: 0, violations: 0 }));

  it('does not need a whole log where records alone are looked at', () =>
    expect(one('charged-once', records, { whole: false, journalProblem: 'None.' }).notMade).toBeUndefined());
});

it('names ten of many violations, each within 200 characters', () => {
  const history = tenPeople();
  for (let i = 0; i < 300; i++) history.records.clock.push({ node: `${'x'.repeat(300)}${i}`, offset: 999 });
  const { violations, examples } = found('clocks-agree', history);
  expect([violations, examples.length, Math.max(...examples.map(({ length }) => length))]).toEqual([300, 10, 200]);
});

it('keeps of a key the answer that says most, and leaves out answers without a key', () => {
  const [entry] = tenPeople().entries;
  const entries = [{ ...entry!, status: 'unknown' as const }, entry!, { ...entry!, key: '' }, { ...entry!, status: 'unknown' as const }];
  expect([...entriesByKey(entries)].map(([key, { status }]) => [key, status])).toEqual([['k-0', 'accepted']]);
});
