import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../../../reference-service/waiting-room/places/places.ts';
import { createPollBook } from '../../../../reference-service/waiting-room/polling/poll-book.ts';
import { pollInterval } from '../../../../reference-service/waiting-room/polling/poll-interval.ts';

fc.configureGlobal({ seed: 1 });

const wait = fc.double({ min: 0, max: 7_200_000, noNaN: true });

describe('the poll interval', () => {
  it('is between 1 and 60 s up to 240,000 people', () => {
    fc.assert(
      fc.property(wait, fc.integer({ min: 1, max: 240_000 }), fc.double({ min: 0, max: 50_000, noNaN: true }), (ms, people, promised) => {
        const pause = pollInterval(ms, { people, promised });
        expect(pause).toBeGreaterThanOrEqual(1_000);
        expect(pause).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  it('spreads the pauses of people far back over the second half, so that a crowd does not poll in waves', () => {
    const pauses = Array.from({ length: 1_000 }, (_, ticket) => pollInterval(600_000, { people: 40_000, promised: 1_500 }, ticket));
    const perTenth = Array.from({ length: 10 }, (_, i) => pauses.filter((pause) => Math.floor((pause - 30_000) / 3_000.1) === i).length);
    expect(Math.min(...perTenth)).toBeGreaterThanOrEqual(98);
    expect(Math.max(...perTenth)).toBeLessThanOrEqual(102);
  });

  it('keeps a million people at 5,000 polls/s: nobody is asked back sooner than after 200 s unless polls are to spare', () => {
    fc.assert(
      fc.property(wait, (ms) => {
        expect(pollInterval(ms, { people: 1_000_000, promised: 5_000 })).toBeGreaterThanOrEqual(200_000);
      }),
    );
    expect(pollInterval(0, { people: 1_000_000, promised: 3_000 })).toBe(1_000);
  });

  it('keeps polls per second at or below a third of the people while they join, whatever their waits', () => {
    fc.assert(
      fc.property(fc.array(wait, { minLength: 1, maxLength: 300 }), (waits) => {
        const places = createPlaces();
        const book = createPollBook(places.columns);
        let promised = 0;
        waits.forEach((ms, i) => {
          const place = places.take();
          const pause = pollInterval(ms, book.besides(place));
          book.tell(place, pause);
          promised += 1000 / pause;
          // Pauses are told in whole milliseconds, hence the thousandth.
          expect(promised).toBeLessThanOrEqual(((i + 1) / 3) * 1.001);
        });
      }),
    );
  });

  it('sends the last poll just after the expected admission, so that few are early and nobody is late', () => {
    const quiet = { people: 1_000, promised: 50 };
    expect(pollInterval(4_500, quiet)).toBe(4_600);
    expect(pollInterval(1_500, quiet)).toBe(1_600);
    // From 15 s on: a poll at eight tenths leaves 3 s or more for the last one.
    expect(pollInterval(15_000, quiet)).toBe(12_000);
  });
});

describe('the book of pollers', () => {
  it('forgets people who are crossed off, and counts nobody twice', () => {
    const places = createPlaces();
    const book = createPollBook(places.columns);
    const [first, second, other] = [places.take(), places.take(), places.take()];
    book.tell(first, 2_000);
    book.tell(second, 4_000);
    book.tell(first, 1_000);
    expect(book.besides(other)).toEqual({ people: 3, promised: 1.25 });
    expect(book.besides(first)).toEqual({ people: 2, promised: 0.25 });
    book.cross(second);
    expect(book.besides(other)).toEqual({ people: 2, promised: 1 });
  });
});
