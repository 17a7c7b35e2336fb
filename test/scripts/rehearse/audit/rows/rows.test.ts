import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../../../scripts/rehearse/audit/rows/parse-rows.ts';
import { timeOf } from '../../../../../scripts/rehearse/audit/rows/read-value.ts';
import { typedRows } from '../../../../../scripts/rehearse/audit/rows/typed-rows.ts';

const A = { key: 'a', amount: 1 };

describe('a page of records', () => {
  it.each([
    ['NDJSON', '{"key":"a","amount":1}\n\n{"key":"b"}\n', [A, { key: 'b' }], null],
    ['a list', '[{"key":"a","amount":1}]', [A], null],
    ['a page', '{"records":[{"key":"a","amount":1}],"next":"/p?after=1"}', [A], '/p?after=1'],
    ['a page on several lines', '{\n  "records": [],\n  "next": null\n}', [], null],
    ['CSV', '\ufeffkey,amount\r\na,"1,5"\r\n', [{ key: 'a', amount: '1,5' }], null],
    ['nothing', ' \n', [], null],
  ])('is read as %s', (_, text, rows, next) => expect(pageOf(text)).toEqual({ rows, next }));

  it.each([
    ['{"key":"a"}\n{"key":', 'line 2 must be a JSON object, and is none'],
    ['[1]', 'record 1 must be a JSON object, and is none'],
    ['{"records":[],"next":5}', 'next must be a text or null'],
    ['{\n "rows": []\n}', 'must be NDJSON, a list in JSON, { "records": […], "next": … }, or CSV'],
    ['key,amount\na', 'must be NDJSON, JSON or CSV with a line of names: Invalid Record Length'],
    [`[${'['.repeat(200)}${']'.repeat(200)}]`, 'must be records without deep nesting'],
  ])('is refused: %j', (text, sentence) => expect(() => pageOf(text)).toThrow(sentence));
});

it('reads times to the microsecond, and none without an offset', () => {
  const half = Date.parse('2026-11-30T08:30:00Z');
  expect(
    ['2026-11-30T17:30:00.0005+09:00', '2026-11-30 17:30:00.0005+09', '2026-11-30 08:30:00Z', String(half), '1796027400000.5'].map(timeOf),
  ).toEqual([half + 0.5, half + 0.5, half, half, half + 0.5]);
  expect(['2026-11-30T17:30:00', '17:30+09:00', '2026-13-30T17:30:00Z', '12'].map(timeOf)).toEqual([null, null, null, null]);
});

describe('records with types', () => {
  const reading = {
    kind: 'payment',
    wanted: new Set(['receipt', 'amount', 'status', 'settledAt']),
    names: { receipt: 'no' },
    words: { DONE: 'accepted' },
  } as const;

  it('have our names and words; other columns are not looked at', () => {
    const raw = [{ no: 7, amount: '12.50', status: 'DONE', settledAt: '', tender: {}, key: 'k' }];
    expect(typedRows(raw, reading)).toEqual({
      columns: new Set(['key', 'receipt', 'amount', 'status', 'settledAt']),
      rows: [{ key: 'k', receipt: '7', amount: 12.5, status: 'accepted', settledAt: null }],
    });
  });

  it('are refused as a whole, with the first values and how many more there are', () => {
    const raw = [{ no: '', amount: '12,50', status: 'PENDING', settledAt: 'today' }];
    expect(typedRows(raw, reading)).toEqual({
      problem:
        'no of record 1 must be there, got ""; amount of record 1 must be a number without separators, got "12,50"; ' +
        'status of record 1 must be a word that audit.words of the surge explains, got "PENDING"; and 1 more value.',
    });
  });

  it('take flags as databases write them, and no objects for texts', () => {
    const signatures = { kind: 'signature', wanted: new Set(['valid']), names: {}, words: {} } as const;
    expect(typedRows([{ valid: 't' }, { valid: false }, { valid: 1 }], signatures)).toMatchObject({
      rows: [{ valid: true }, { valid: false }, { valid: true }],
    });
    expect(typedRows([{ valid: 'maybe' }, { valid: {} }], signatures)).toEqual({
      problem: 'valid of record 1 must be true or false, got "maybe"; valid of record 2 must be a plain value, got {}.',
    });
  });
});
