import { describe, expect, it } from 'vitest';
import { found, planted, STARTED_AT, tenPeople } from '../made-history.ts';

describe('the queue', () => {
  it('finds somebody let in without a ticket, and a ticket that let in two', () =>
    expect(
      planted('admission-has-ticket', ({ records }) => {
        records.entry.push({ lane: 'main', ticket: 99, at: STARTED_AT }, { lane: 'main', ticket: 3, at: STARTED_AT });
      }),
    ).toEqual(['lane main, ticket 99: let in, and never given out', 'lane main, ticket 3: let in twice']));

  it('finds the second in which a tenth more and one were let in', () => {
    const history = tenPeople();
    for (let ticket = 10; ticket < 20; ticket++) history.records.entry.push({ lane: 'main', ticket, at: STARTED_AT + ticket });
    expect(found('admitted-within-capacity', history, { capacity: 10 }).violations).toBe(0);
    history.records.entry.push({ lane: 'main', ticket: 20, at: STARTED_AT + 999 });
    expect(found('admitted-within-capacity', history, { capacity: 10 }).examples).toEqual([
      '2026-11-30T00:53:20.000Z: 12 let in, at most 11 allowed',
    ]);
  });

  it('finds a place that the waiting room forgot, and one that was called and not let in', () =>
    expect(
      planted('no-place-lost', ({ records }) => {
        records.place.splice(9, 1);
        records.entry.splice(2, 1);
      }),
    ).toEqual([
      'lane main, ticket 2: told to come in, not let in by the books',
      'lane main, ticket 9: held by somebody, not known to the waiting room',
    ]));
});
