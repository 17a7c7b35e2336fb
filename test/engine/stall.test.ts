import { expect, it } from 'vitest';
import type { VirtualClock } from '../verdict/virtual/clock.ts';
import { AHEAD, STARTED_AT } from '../verdict/virtual/hosted-run.ts';
import { hostVirtually } from './host-virtually.ts';
import { engineRun, idle } from './virtual-run.ts';

const PEOPLE = 40_000;
/** Milliseconds: how long the room takes to answer, when it asks people to come back, and what k6 needs to send a request while it catches up. */
const [ANSWER, POLL, SENDING] = [3, 20_000, 0.1];
/** Everybody came within ten seconds, so everybody's poll is due while k6 stands still. Milliseconds since second 0. */
const [STOPS, LASTS] = [19_500, 20_000];
const SLOT = 20;
/** `MOST_WOKEN` of engine/run-host.ts. */
const MOST_AT_ONCE = 100;

/** It takes the place of Node's timers, and this file is checked with the types of k6: hence no import that is read by the compiler. */
const CLOCK: string = '../verdict/virtual/virtual-clock.ts';
type ClockFile = { readonly virtualClock: (startsAt: number) => VirtualClock };

/** A VU with 40,000 people in line that stands still for 20 s; what its people sent and when, and what was booked. */
async function stalledRun() {
  const { virtualClock } = (await import(CLOCK)) as ClockFile;
  const clock = virtualClock(STARTED_AT - AHEAD);
  const zero = clock.now() + AHEAD;
  const dues = new Map<string, number>();
  const [expected, booked]: [number[], number[]] = [[], []];
  let [people, unread, mostUnread] = [0, 0, 0];
  setTimeout(() => clock.stall(LASTS), AHEAD + STOPS);
  try {
    await hostVirtually({
      run: engineRun({ profile: { arrivals: { shape: 'constant', rate: PEOPLE / 10 }, arrivalSeconds: 10, drainSeconds: 45 } }),
      journeys: idle as never,
      accountOf: () => ({ user: 'u' }),
      clock,
      listener(step, response) {
        unread = 0;
        // 0 is joining, 1 polling.
        if (step === 1) booked.push(response);
      },
      answer({ path }) {
        const sent = clock.now() - zero;
        const place = { state: 'waiting', position: 1, waitMs: 60_000, pollMs: POLL };
        if (path.endsWith('/join')) {
          const key = `k${people++}`;
          // Asleep from when the answer is there, on the grid of the wheel.
          dues.set(key, Math.ceil((Math.floor(sent) + ANSWER + POLL) / SLOT) * SLOT);
          return { status: 200, body: { ...place, ticket: people, key }, duration: ANSWER };
        }
        expected.push(sent - dues.get(path.split('key=')[1]!)! + ANSWER);
        mostUnread = Math.max(mostUnread, ++unread);
        clock.stall(SENDING);
        return { status: 200, body: place, duration: ANSWER };
      },
    });
  } finally {
    clock.restore();
  }
  return { expected, booked, mostUnread };
}

it('sends what 40,000 people missed while k6 stood still a hundred at a time, and counts from when each was due', async () => {
  const { expected, booked, mostUnread } = await stalledRun();
  expect([expected.length, booked.length]).toEqual([PEOPLE, PEOPLE]);
  expect(mostUnread).toBe(MOST_AT_ONCE);
  // The clock of k6 tells whole milliseconds.
  const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
  const [real, measured] = [ascending(expected), ascending(booked)];
  expect(Math.max(...measured.map((ms, i) => Math.abs(ms - real[i]!)))).toBeLessThanOrEqual(1.01);
  // Who was due first waited for the whole stop, who was due last for the others: 40,000 polls at 0.1 ms.
  expect(measured[0]).toBeGreaterThan(STOPS + LASTS - (POLL + 10_000 + SLOT));
  expect(measured.at(-1)).toBeLessThan(LASTS + PEOPLE * SENDING + SLOT);
});
