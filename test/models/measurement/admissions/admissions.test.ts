import { describe, expect, it } from 'vitest';
import { namedAdmissions, namedUnadmitted } from '../../../../models/measurement/admissions/admissions.ts';

const lanes = { lanes: ['register', 'payment'] };

describe('namedAdmissions', () => {
  it('takes the word of the room where it agrees with what people were answered', () => {
    expect(namedAdmissions([[1, 7, 1_000, 9_000, 8_000, 2_000, 500]], lanes)).toEqual([
      {
        lane: 'payment',
        ticket: 7,
        joined: 1_000,
        announced: 8_000,
        told: 9_000,
        admitted: 8_500,
        earliest: 8_500,
        latest: 8_500,
        disputed: false,
      },
    ]);
  });

  it('keeps the bounds, a second wider, where it does not, and where the room says nothing', () => {
    const truths = [1, 2, 3].map((ticket) => [0, ticket, 0, 9_000, 0, 2_000, 500] as const);
    // Told at 9 s, still waiting at 7 s: it cannot have been 3 s.
    const named = namedAdmissions([...truths, [0, 4, 0, 9_000, 0, 2_000, 6_000], [0, 5, 0, 9_000, 0, 2_000, null]], lanes);
    expect(named.slice(3)).toMatchObject([
      { ticket: 4, admitted: 7_000, earliest: 6_000, latest: 10_000, disputed: true },
      { ticket: 5, admitted: 9_000, earliest: 6_000, latest: 10_000, disputed: false },
    ]);
  });

  it('knows the bounds to the millisecond where the room says nothing to anybody', () => {
    expect(namedAdmissions([[0, 5, 0, 9_000, 0, 2_000, null]], lanes)).toMatchObject([{ earliest: 7_000, latest: 9_000 }]);
  });

  it('forgives a clock that is wrong by the same for everybody', () => {
    const late = [100, 900, 1_700].map((since, i) => [0, i, 0, 9_000 + i, 0, 2_000, since - 5_000] as const);
    expect(namedAdmissions(late, lanes).every(({ earliest, latest }) => earliest === latest)).toBe(true);
  });

  it('takes whole seconds for no lie, and half an hour for no clock', () => {
    const claim = (since: number) =>
      namedAdmissions(
        [
          [0, 1, 0, 9_000, 0, 2_000, 500],
          [0, 2, 0, 9_000, 0, 2_000, since],
        ],
        lanes,
      )[1]!.disputed;
    expect([claim(2_900), claim(3_600)]).toEqual([false, true]);
    const far = [1, 2, 3].map((i) => [0, i, 0, 9_000, 0, 2_000, 1_800_000] as const);
    expect(namedAdmissions(far, lanes).every(({ disputed, earliest }) => disputed && earliest === 6_000)).toBe(true);
  });

  it('sorts by lane and ticket, and drops lanes that nobody named', () => {
    const lines = [
      [1, 1, 5, 5, 0, 0, 0] as const,
      [0, 2, 5, 5, 0, 0, 0] as const,
      [0, 1, 5, 5, 0, 0, 0] as const,
      [9, 1, 5, 5, 0, 0, 0] as const,
    ];
    expect(namedAdmissions(lines, lanes).map(({ lane, ticket }) => `${lane} ${ticket}`)).toEqual(['register 1', 'register 2', 'payment 1']);
    expect(namedAdmissions([lines[0]!, lines[0]!], lanes)).toHaveLength(2);
  });
});

describe('namedUnadmitted', () => {
  it('says when people left, and when they were still waiting for sure', () => {
    const left = namedUnadmitted(
      [
        [0, 3, 1_000, 9_000, 4_000, 1_500],
        [9, 1, 0, 0, 0, 0],
      ],
      lanes,
    );
    expect(left).toEqual([{ lane: 'register', ticket: 3, joined: 1_000, left: 9_000, announced: 4_000, waiting: 7_500 }]);
  });
});
