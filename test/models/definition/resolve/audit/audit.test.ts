import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../../../models/definition/resolve/audit/audit.ts';
import type { Problem } from '../../../../../models/workload/checks/problem.ts';

function read(value: unknown) {
  const problems: Problem[] = [];
  const audit = readAudit(value, ['pay', 'look'], problems);
  return { audit, said: problems.map(({ path, message }) => `${path}: ${message}`) };
}

const records = { application: { http: '/a' }, payment: { file: 'p.csv' } };

describe('an audit in a surge file', () => {
  it('is left out, or read with its defaults', () => {
    expect(read(undefined)).toEqual({ audit: undefined, said: [] });
    const given = {
      records: {
        application: { http: '/a?since={since}', base: 'admin', headers: { 'x-key': 'v' }, timeout: '5 s', columns: { receipt: 'no' } },
        attempt: { command: ['psql', '-c', 'select 1'] },
        ...{ payment: { file: 'p.csv' }, strike: { file: 's.csv' }, entry: { file: 'e.csv' }, session: { file: 'x.csv' } },
      },
      invariants: [
        'charged-once',
        { name: 'in-time-is-never-late', deadline: '17:30+09:00' },
        { name: 'late-is-never-accepted', deadline: '2026-11-30T17:30:00+09:00' },
        { name: 'unknown-is-resolved', within: '5 min' },
        { name: 'admitted-within-capacity', capacity: '100/s' },
        { name: 'strikes-are-exact', lockAt: 5 },
        { name: 'no-spurious-logout', allowed: ['user'] },
        { name: 'told-is-booked', steps: ['pay'] },
      ],
      words: { accepted: ['DONE'], late: ['CUT_OFF'] },
    };
    const { audit, said } = read(given);
    expect(said).toEqual([]);
    expect(audit!.records.application).toEqual({
      ...{ from: 'http', base: 'admin', path: '/a?since={since}', headers: { 'x-key': 'v' }, timeout: 5_000, columns: { receipt: 'no' } },
    });
    expect(audit!.records.attempt).toEqual({ from: 'command', command: ['psql', '-c', 'select 1'], timeout: 60_000, columns: {} });
    expect(audit!.invariants.map(({ options }) => options)).toEqual([
      {},
      { deadline: { timeOfDay: 63_000_000, offset: 32_400_000 } },
      { deadline: { at: Date.parse('2026-11-30T08:30:00Z') } },
      { within: 300_000 },
      { capacity: 100 },
      { lockAt: 5 },
      { allowed: ['user'] },
      { steps: ['pay'] },
    ]);
    expect(audit!.words).toEqual({ DONE: 'accepted', CUT_OFF: 'late' });
  });

  it('names all mistakes at once', () => {
    const { said } = read({
      records: {
        paymnt: { file: 'p.csv' },
        payment: { http: 'audit', columns: { tendr: 'x' } },
        refund: { http: '/r', file: 'r.csv' },
        session: { command: 'psql' },
        ...{ stock: { file: '' }, sale: { http: '//evil.example', headers: 5 } },
      },
      invariants: [
        'charged-twice',
        { name: 'late-is-never-accepted', deadline: '17:30' },
        'charged-once',
        'charged-once',
        { name: 'told-is-booked', steps: ['buy'] },
      ],
      words: { accepted: ['A'], late: ['A'], gone: [] },
      extra: 1,
    });
    expect(said.map((sentence) => sentence.slice(0, 75))).toMatchInlineSnapshot(`
      [
        "audit.extra: must be one of the fields records, invariants, words, got extr",
        "audit.records.paymnt: must be a field that is read, got paymnt; did you mea",
        "audit.records.payment.columns.tendr: must be one of key, receipt, purchase,",
        "audit.records.payment.http: must be a path of the target that begins with /",
        "audit.records.refund: must have exactly one of http, command and file, got ",
        "audit.records.session.command: must be a list of texts, the program first, ",
        "audit.records.stock.file: must be a text that is not empty, got """,
        "audit.records.sale.headers: must be an object of texts, got 5",
        "audit.records.sale.http: must be a path of the target that begins with /, g",
        "audit.invariants[0]: must be one of bad-credential-refused, blocked-stays-b",
        "audit.invariants[1].deadline: must be an instant with its offset from UTC, ",
        "audit.invariants[3]: must be named once, got charged-once again",
        "audit.invariants[4].steps[0]: must be one of pay, look, got "buy"",
        "audit.words.gone: must be one of the fields accepted, refused, wrong, late,",
        "audit.words.late: must hold each word once, got A again",
      ]
    `);
  });

  it('has the records that its invariants look at', () => {
    expect(read({ records, invariants: ['charged-once', 'refund-within-captured', 'never-oversold'] }).said).toEqual([
      'audit.invariants[1]: must have the records it looks at, got refund-within-captured without audit.records.refund',
      'audit.invariants[2]: must have the records it looks at, got never-oversold without audit.records.stock and audit.records.sale',
    ]);
    expect(read({ records, invariants: [] }).said).toEqual(['audit.invariants: must be a list with at least one invariant, got []']);
    expect(read(5).said).toEqual(['audit: must be an object, got 5']);
    expect(
      read({
        records,
        invariants: [
          { name: 'late-is-never-accepted', deadline: '2026-02-30T99:00+09:00' },
          { name: 'no-spurious-logout', allowed: 'user' },
        ],
      }).said[0],
    ).toContain('audit.invariants[0].deadline: must be an instant with its offset from UTC');
  });

  it('takes a deadline in UTC, west of it, and after the start', () => {
    const deadlines = ['00:00:01.5Z', '17:30-03:30', '40 s'];
    const options = deadlines.map(
      (deadline) => read({ records, invariants: [{ name: 'late-is-never-accepted', deadline }] }).audit!.invariants[0]!.options,
    );
    expect(options).toEqual([
      { deadline: { timeOfDay: 1_500, offset: 0 } },
      { deadline: { timeOfDay: 63_000_000, offset: -12_600_000 } },
      { deadline: { after: 40_000 } },
    ]);
  });
});
