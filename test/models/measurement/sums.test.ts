import { describe, expect, it } from 'vitest';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import type { MeasurementLine, SecondLine } from '../../../models/workload/log/measurement-log.ts';
import { cellsOf, end, foldOf, head, journeySample, nobody, sample, second } from './lines.ts';

const both = (name: string, times: readonly number[], outcome: 'ok' | 'failed' = 'ok') =>
  ([0, 1] as const).map((clock) => sample(name, times, { clock, outcome }));
const left = (times: readonly number[], outcome: 'ok' | 'failed' = 'ok') =>
  ([0, 1] as const).map((clock) => journeySample('qr-payment', times, { clock, outcome }));
const lag = cellsOf(new Array(50).fill(1));

/** Four people join; three are let in, of whom two finish and one gives up after a failed payment; one stands there at the end. */
const FIRST: SecondLine = second({
  ...{ scheduled: 5, started: 4, startLag: cellsOf([1, 1, 2, 3]), loopLag: lag, users: { ...nobody, arrived: 4, inLine: 4 } },
  samples: both('queue-join', [5, 5, 5, 6]),
  statuses: [[200, 4]],
});
const SECOND: SecondLine = second({
  ...{ second: 1, loopLag: lag, users: { ...nobody, arrived: 4, finished: 2, gaveUp: 1, inLine: 1 } },
  samples: [...both('pay', [9, 9]), ...both('pay', [3], 'failed'), ...left([90, 80]), ...left([70], 'failed')],
  admissions: [1, 2, 3].map((ticket) => [0, ticket, 0, 1_000, 900, 100, null] as const),
  unadmitted: [[0, 4, 0, 1_900, 900, 100]],
  errors: [[9, 'HTTP 503', 'system', 1]],
  journal: [[9, 'approved', {}, ['key'], [1, 1], [0, 0]]],
  statuses: [
    [200, 2],
    [503, 1],
  ],
});
const SILENT_END = end({ second: 2, users: SECOND.users });
const END = { ...SILENT_END, booked: { requests: 7, admissions: 3, unadmitted: 1, journal: 2 } };

const of = (...lines: readonly MeasurementLine[]): FoldedRun => foldOf([head(), ...lines]);
const broken = (change: Partial<SecondLine>): readonly string[] => of(FIRST, { ...SECOND, ...change }, END).disagreements;
const without = (...gone: readonly SecondLine['samples'][number][]) =>
  broken({ samples: SECOND.samples.filter((one) => !gone.some((other) => JSON.stringify(one) === JSON.stringify(other))) });

describe('sums of a log', () => {
  it('agree, with people who are still there, failures and arrivals that did not start', () => {
    expect(of(FIRST, SECOND, END).problems.count).toBe(0);
    expect(of(FIRST, SECOND, END).disagreements).toEqual([]);
  });

  it('agree without a waiting room', () => {
    const users = { ...nobody, arrived: 4, finished: 2, gaveUp: 1, active: 1 };
    expect(of({ ...FIRST, samples: [] }, { ...SECOND, users, admissions: [] }, { ...SILENT_END, users }).disagreements).toEqual([]);
  });

  it.each([
    [{ started: 1 }, ['5 arrivals started and 4 people arrived', '4 starts were timed and 5 arrivals started']],
    [{ started: 2, startLag: [0, 2] }, ['6 arrivals started and 4 people arrived', '6 arrivals started and 5 were scheduled']],
    [
      { admissions: [] },
      [
        '1 people were let in, left the line or stood there, and 4 got a ticket',
        '0 people were let in and 2 came in',
        'admissions: 0 are there and 3 were written',
      ],
    ],
    [
      { admissions: Array.from({ length: 5 }, (_, i) => [0, i, 0, 1, 1]) },
      ['6 people were let in, left the line or stood there, and 4 got a ticket', 'admissions: 5 are there and 3 were written'],
    ],
    [
      { unadmitted: [] },
      ['3 people were let in, left the line or stood there, and 4 got a ticket', 'unadmitted: 0 are there and 1 were written'],
    ],
    [{ journal: [] }, ['journal: 0 are there and 2 were written']],
    [{ journal: [[3, 'approved', {}, [], [1, 1]]] }, ['step login: 2 people have entries in the journal and 0 requests were measured']],
    [{ journal: [[3, 'unknown', {}, [], [1, 1]]] }, []],
    [{ statuses: [[503, 1]] }, ['5 answers have a status and 6 requests a good answer']],
    [{ errors: [] }, ['step pay: 1 requests failed and 0 causes are there']],
    [{ loopLag: [0, 49] }, ['the event loop was timed 99 times, in seconds with 100 slots']],
    [{ loopLag: [0, 120] }, ['the event loop was timed 170 times, in seconds with 100 slots']],
  ] as const)('do not agree with %j', (change, sentences) => {
    expect(broken(change as unknown as Partial<SecondLine>)).toEqual(sentences);
  });

  it('do not agree when samples are gone', () => {
    expect(without(sample('pay', [9, 9], { clock: 0 }))).toEqual(['step pay, ok, surge: service and response times differ in number by 2']);
    expect(without(...left([90, 80]))).toEqual([
      '1 journeys were timed and 3 people left',
      '0 journeys came to their end and 2 people finished',
    ]);
    expect(of({ ...FIRST, samples: both('queue-join', [5, 5]) }, SECOND, END).disagreements).toEqual([
      '2 requests to join were measured and 3 people are past joining',
      '2 people got a ticket and 3 went on from the line',
      '4 people were let in, left the line or stood there, and 2 got a ticket',
      'requests: 5 are there and 7 were written',
    ]);
  });

  it('do not agree when people are said to have left in another way', () => {
    const users = { ...nobody, arrived: 4, finished: 2, turnedAway: 1, inLine: 1 };
    expect(of(FIRST, { ...SECOND, users }, { ...END, users }).disagreements).toEqual([
      '0 journeys were turned away and 1 people',
      '1 journeys failed and 0 people gave up or were stopped',
    ]);
  });

  it('are not asked of a log that is cut, or of which lines are missing', () => {
    expect(of(FIRST, { ...SECOND, errors: [] }).disagreements).toEqual([]);
    expect(of(FIRST, { ...SECOND, errors: [], samples: [[99, 0, 1, 1, [0, 1]]] }, END).disagreements).toEqual([]);
  });
});
