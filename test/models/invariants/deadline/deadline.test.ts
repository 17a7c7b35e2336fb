import { describe, expect, it } from 'vitest';
import { change, DEADLINE, found, planted, STARTED_AT, tenPeople } from '../made-history.ts';

describe('deadlines', () => {
  it('finds what came on the very millisecond and was refused as late, in the log or to the person', () =>
    expect(
      planted('in-time-is-never-late', (history) => {
        change(history, 'attempt', 8, { at: STARTED_AT + DEADLINE, status: 'late' });
        history.entries[3] = { ...history.entries[3]!, status: 'late' };
      }),
    ).toEqual([
      'key k-3: received 97000 ms before the deadline, told that it is late',
      'key k-8: received 0 ms before the deadline, refused as late',
    ]));

  it('finds what came half a millisecond after the deadline and was accepted', () =>
    expect(planted('late-is-never-accepted', (history) => change(history, 'application', 0, { at: STARTED_AT + DEADLINE + 0.5 }))).toEqual([
      'receipt r-0: received 0.5 ms after the deadline',
    ]));

  it('takes a deadline as an instant and as a time of day on a clock with an offset', () => {
    const history = tenPeople();
    // 00:53:20 UTC is 09:53:20 in Seoul; person 5 came 5 s later.
    change(history, 'application', 5, { at: STARTED_AT + 5_000 });
    const late = (deadline: { at: number } | { timeOfDay: number; offset: number }) =>
      found('late-is-never-accepted', history, { deadline }).violations;
    expect([late({ at: STARTED_AT + 5_000 }), late({ at: STARTED_AT + 4_999 })]).toEqual([2, 3]);
    const seoul = { offset: 9 * 3_600_000 };
    const nine = (9 * 3_600 + 53 * 60 + 20) * 1_000;
    expect([late({ ...seoul, timeOfDay: nine + 5_000 }), late({ ...seoul, timeOfDay: nine + 4_999 })]).toEqual([2, 3]);
  });

  it('finds a clock that is 101 ms behind', () =>
    expect(planted('clocks-agree', ({ records }) => records.clock.push({ node: 'app-3', offset: -101 }))).toEqual([
      'node app-3: -101 ms off, at most 100 ms allowed',
    ]));

  it('finds two applications of one identity for one item, not for two', () =>
    expect(
      planted('one-application-each', ({ records }) => {
        records.application.push(
          { ...records.application[1]!, receipt: 'again' },
          { ...records.application[2]!, receipt: 'other', item: 'shop' },
        );
      }),
    ).toEqual(['identity person-1, item flat: receipts r-1, again']));

  it('finds applications of people who were refused, and of nobody', () =>
    expect(
      planted('no-receipt-no-effect', (history) => {
        change(history, 'application', 8, { status: 'accepted' });
        history.records.application.push({ ...history.records.application[1]!, key: 'x', receipt: 'y' });
      }),
    ).toEqual(['receipt r-8, key k-8: told refused', 'receipt y, key x: nobody asked for it']));

  it('finds receipts that stand for nothing or for another number, of the steps that are named', () => {
    const plant = (history: ReturnType<typeof tenPeople>) => {
      change(history, 'application', 1, { status: 'refused' });
      change(history, 'application', 2, { receipt: 'r-other' });
    };
    expect(planted('receipt-has-application', plant)).toEqual([
      'key k-1 of person 1: shown receipt r-1, no application is kept',
      'key k-2 of person 2: shown receipt r-2, kept under r-other',
    ]);
    const history = tenPeople();
    plant(history);
    expect(found('receipt-has-application', history, { steps: ['buy'] }).violations).toBe(2);
    expect(found('receipt-has-application', history, { steps: ['look'] })).toMatchObject({ violations: 0, examined: 0 });
  });
});
