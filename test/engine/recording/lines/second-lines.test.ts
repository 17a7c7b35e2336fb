import { sha256 } from 'k6/crypto';
import { describe, expect, it } from 'vitest';
import { secondLines } from '../../../../engine/recording/lines/second-lines.ts';
import { parseMeasurementLine } from '../../../../models/measurement/lines/parse-line.ts';
import type { SecondLine } from '../../../../models/workload/log/measurement-log.ts';
import { sealed, shortened } from '../../../../models/workload/log/seal.ts';

const digest = (text: string): string => shortened(sha256(text, 'hex'));

const users = { arrived: 3, finished: 0, gaveUp: 0, failed: 0, inLine: 3, active: 0 };
const line: SecondLine = {
  ...{ surgeproof: 'second', vu: 2, second: 5, scheduled: 3, started: 2, users, lostPlaces: 1 },
  samples: [[0, 0, 0, 0, [1280, 2]]],
  admissions: Array.from({ length: 4_000 }, (_, i) => [1, i, 1_000, 5_000, 4_000, 900, 100] as const),
  journal: [[0, 'approved', {}, ['key', 'amount', 'receipt'], [5], ['key'], [1_000], ['receipt']]],
};

const read = (text: string): SecondLine => {
  const parsed = parseMeasurementLine(sealed(text, 'x', 0, digest), digest);
  if ('problem' in parsed || parsed.surgeproof !== 'second') throw new Error('no second line');
  return parsed;
};

describe('second lines', () => {
  it('are one line of the whole second when it is short', () => {
    const short = { ...line, admissions: line.admissions!.slice(0, 2) };
    expect(secondLines(short).map((text) => JSON.parse(text))).toEqual([short]);
  });

  it('are several lines of the same second when it is long, which add up to it', () => {
    const texts = secondLines(line);
    const parts = texts.map(read);
    expect(texts.length).toBeGreaterThan(1);
    // 64 KiB is what a pipe takes in one piece on Linux.
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(65_536);
    expect(parts.flatMap(({ admissions }) => admissions ?? [])).toEqual(line.admissions);
    expect(parts.flatMap(({ journal }) => journal ?? [])).toEqual(line.journal);
    expect(parts.flatMap(({ samples }) => samples)).toEqual(line.samples);
    expect(parts.map(({ scheduled }) => scheduled).reduce((a, b) => a + b)).toBe(3);
    expect(parts.map(({ lostPlaces }) => lostPlaces ?? 0).reduce((a, b) => a + b)).toBe(1);
    expect(parts.map(({ second }) => second)).toEqual(parts.map(() => 5));
    expect(parts.map((part) => part.users)).toEqual(parts.map(() => users));
  });
});
