import { describe, expect, it } from 'vitest';
import { laneOrders } from '../../../../models/measurement/summary/lane-fairness.ts';
import { admitted, between, unadmitted } from './line.ts';

const people = Array.from({ length: 20 }, (_, i) => i);
const orderOf = (line: Partial<Parameters<typeof laneOrders>[0]>) => laneOrders({ admissions: [], unadmitted: [], ...line })[0]!;

describe('laneOrders', () => {
  it('blames nobody for an order that only the polls make', () => {
    // First come, first served, 100 ms apart; everybody asks every 20 s at an instant of their own, and the room says no instants.
    const admissions = people.map((i) => {
      const [asks, at] = [(i * 7_919) % 20_000, 60_000 + 100 * i];
      const told = at + ((asks - at + 1_000_000) % 20_000);
      return between(i, told - 20_000, told);
    });
    expect(admissions.some(({ told }, i) => told < admissions[Math.max(0, i - 1)]!.told)).toBe(true);
    expect(orderOf({ admissions })).toMatchObject({ overtaken: 0, never: 0 });
  });

  it('proves an order that the polls show, whatever the room says', () => {
    const lifo = people.map((i) => between(i, 60_000 - 1_000 * i, 61_000 - 1_000 * i));
    expect(orderOf({ admissions: lifo })).toMatchObject({ overtaken: 18, kendallTau: -1 });
  });

  it('counts those never let in whom somebody behind overtook, and not those who left in time', () => {
    const admissions = [2, 3].map((ticket) => admitted(ticket, 20_000));
    const line = { admissions, unadmitted: [unadmitted(0, 30_000), unadmitted(1, 15_000), unadmitted(4, 30_000)] };
    expect(orderOf(line)).toMatchObject({ overtaken: 1, never: 1, people: admissions });
  });

  it('goes by joining where the room gives no tickets, or one ticket to all', () => {
    // Two seconds apart, let in in reverse; the answer to joining came 100 ms after it was sent.
    const reverse = (ticket: (joined: number) => number) =>
      people.map((i) => admitted(ticket(2_000 * i), 100_000 - i, { joined: 2_000 * i }));
    expect(orderOf({ admissions: reverse((joined) => -joined - 100) })).toMatchObject({ overtaken: 19, kendallTau: -1 });
    expect(orderOf({ admissions: reverse(() => 1) })).toMatchObject({ overtaken: 19, kendallTau: -1 });
    // The same ticket for all proves nothing where the order was kept.
    const kept = people.map((i) => admitted(1, 100_000 + i, { joined: 2_000 * i }));
    expect(orderOf({ admissions: kept })).toMatchObject({ overtaken: 0, isOpen: true });
    // Whose joining took longer than the others were apart may have come first.
    expect(orderOf({ admissions: reverse((joined) => -joined - 60_000) })).toMatchObject({ overtaken: 0, kendallTau: null, isOpen: true });
  });

  it('knows the order of people let in together, and not that of people of whom nothing is known', () => {
    expect(orderOf({ admissions: people.map((i) => admitted(i, 50_000)) })).toMatchObject({ kendallTau: null, isOpen: false });
    expect(orderOf({ admissions: people.map((i) => between(i, 10_000, 50_000)) })).toMatchObject({ kendallTau: null, isOpen: true });
  });

  it('keeps lanes apart, also one in which nobody was let in', () => {
    const lanes = laneOrders({ admissions: [admitted(1, 5)], unadmitted: [unadmitted(1, 9, { lane: 'b' })] });
    expect(lanes.map(({ lane, people: in_, unadmitted: left }) => [lane, in_.length, left.length])).toEqual([
      ['a', 1, 0],
      ['b', 0, 1],
    ]);
  });
});
