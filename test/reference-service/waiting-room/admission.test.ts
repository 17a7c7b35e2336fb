import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../../reference-service/waiting-room/room/gate.ts';
import { playSurge } from '../support/play-surge.ts';

fc.configureGlobal({ seed: 1 });

const LANES = [
  { name: 'register', cost: 5 },
  { name: 'payment', cost: 1 },
];
const tokensOf = (admissions: readonly number[]): number => admissions.reduce((sum, people, lane) => sum + people * LANES[lane]!.cost, 0);

const overload = { lanes: LANES, tokensPerSecond: 100, mix: [0.7, 0.3], rateAt: () => 80, seconds: 40 };

describe('admission', () => {
  it('is first come, first served within a lane', () => {
    const { room, waited } = playSurge({ ...overload, seed: 1 });
    for (const lane of [0, 1]) {
      const inOrder = waited.filter((person) => person.lane === lane).sort((a, b) => a.ticket - b.ticket);
      const admitted = inOrder.map((person) => person.admitted);
      expect(admitted.length).toBeGreaterThan(500);
      expect(admitted).toEqual([...admitted].sort((a, b) => a - b));
    }
    expect(room.tallies.map(({ joined, admitted }) => joined - admitted)).toEqual([0, 0]);
  });

  it('spends no more than the tokens of the time plus what idle lanes may keep, and no fewer while people wait', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.integer(), (register, seed) => {
        const { admissions, inLine } = playSurge({ ...overload, mix: [register, 1 - register], seed });
        let spent = 0;
        admissions.forEach((people, step) => {
          spent += tokensOf(people);
          // Kept at most max(cost, 0.1 s of the share): 5 + 100/60 + … of two lanes, below 5 + 2.
          expect(spent).toBeLessThanOrEqual(step * 5 + 15);
        });
        const busy = inLine.findIndex((people, second) => second > 5 && people === 0);
        const seconds = Math.min(busy === -1 ? 40 : busy, 40) - 5;
        const whileBusy = admissions.slice(100, 100 + seconds * 20).reduce((sum, people) => sum + tokensOf(people), 0);
        expect(whileBusy).toBeGreaterThanOrEqual(seconds * 100 * 0.98 - 10);
      }),
      { numRuns: 10 },
    );
  });

  it('is an even stream: no tenth of a second has more than its tokens and one person of each lane', () => {
    const { admissions } = playSurge({ ...overload, seed: 2 });
    for (let step = 100; step + 2 <= 800; step += 1) {
      expect(tokensOf(admissions[step]!) + tokensOf(admissions[step + 1]!)).toBeLessThanOrEqual(10 + 5 + 1);
    }
  });

  it('keeps the payment lane free of a crowd in the registration lane', () => {
    // 60 registrations/s want 300 tokens/s of 100; 10 payments/s need 10, below their guaranteed sixth of 16.7.
    const crowd = playSurge({ ...overload, mix: [6 / 7, 1 / 7], rateAt: () => 70, seed: 3 });
    expect(crowd.room.tallies[0]!.joined).toBeGreaterThan(2_000);
    const payers = crowd.waited.filter(({ lane }) => lane === 1);
    // The few who meet others at the door are let in within a second and learn of it with the next poll, at most 3 s away.
    for (const { joined, admitted, learned } of payers) {
      expect(admitted - joined).toBeLessThanOrEqual(1_000);
      expect(learned - joined).toBeLessThanOrEqual(3_050);
    }
  });

  it('lets the other lane have every token a lane does not use', () => {
    const { room } = playSurge({ ...overload, mix: [1, 0], seed: 4, rateAt: (second) => (second < 20 ? 80 : 0), seconds: 20 });
    expect(room.tallies[0]!.admitted).toBe(1_600);
    const gate = createGate(LANES, 100);
    for (let place = 0; place < 100; place += 1) gate.lines[0]!.join(place);
    let admitted = 0;
    for (let step = 0; step < 20; step += 1) gate.open(50, () => (admitted += 1));
    // One second of 100 tokens at 5 each, and the 8.3 tokens the lane had kept.
    expect(admitted).toBe(21);
  });

  it('makes up for a stall of the process by half a second at most', () => {
    const gate = createGate([LANES[1]!], 100);
    for (let place = 0; place < 1_000; place += 1) gate.lines[0]!.join(place);
    let admitted = 0;
    gate.open(60_000, () => (admitted += 1));
    // 50 tokens of half a second and the 10 it had kept.
    expect(admitted).toBe(60);
  });
});
