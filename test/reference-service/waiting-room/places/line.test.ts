import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLine } from '../../../../reference-service/waiting-room/places/line.ts';

fc.configureGlobal({ seed: 1 });

/** What to do next, and to whom: a fraction picks among those in line. */
const deeds = fc.array(
  fc.tuple(fc.constantFrom('join', 'join', 'take', 'remove', 'pass'), fc.double({ min: 0, max: 0.999, noNaN: true })),
  {
    maxLength: 200,
  },
);

describe('a line', () => {
  it('agrees with a plain list, whatever happens', () => {
    fc.assert(
      fc.property(deeds, (steps) => {
        const line = createLine();
        const list: { place: number; ticket: number }[] = [];
        let tickets = 0;
        for (const [deed, pick] of steps) {
          if (deed === 'join') {
            list.push({ place: tickets + 1000, ticket: line.join(tickets + 1000) });
            tickets += 1;
            expect(list.at(-1)!.ticket).toBe(tickets);
          } else if (deed === 'take') expect(line.takeFirst()).toBe(list.shift()?.place ?? -1);
          else if (deed === 'remove' && list.length > 0) line.remove(list.splice(Math.floor(pick * list.length), 1)[0]!.ticket);
          else if (deed === 'pass' && list.length === 0) {
            tickets += 1;
            expect(line.passBy()).toBe(tickets);
          }
          expect(line.waiting()).toBe(list.length);
          list.forEach(({ ticket }, i) => {
            expect(line.positionOf(ticket)).toBe(i + 1);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps positions right while it grows, goes round its ring and loses every third person', () => {
    const line = createLine();
    const list: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      for (let i = 0; i < 1_000; i += 1) list.push(line.join(i));
      for (let i = list.length - 1; i >= 0; i -= 3) line.remove(list.splice(i, 1)[0]!);
      for (let i = 0; i < 300; i += 1) {
        line.takeFirst();
        list.shift();
      }
    }
    // Each round 1,000 join, a third of those in line leave and 300 are let in: the line outgrows its first ring of 1,024.
    expect(list.length).toBeGreaterThan(1_024);
    expect(list.map((ticket) => line.positionOf(ticket))).toEqual(list.map((_, i) => i + 1));
  });
});
