import type { WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import { takeRow } from '../arrivals/arrive.ts';
import type { JourneyEnd } from '../journeys/active.ts';
import { type Journeys, openLives } from '../journeys/lives.ts';
import { listenForStop } from '../stop-request.ts';
import type { Host } from '../users/context.ts';
import { SLOT_MS } from '../users/wheel.ts';

/** How long the walk waits for one answer, milliseconds. */
const TIMEOUT_MS = 10_000;

/** Nobody loses patience with the line while they walk; beyond what a run lasts. */
const ENDLESS = 1e15;

const ENDED = { finished: 'finished', turnedAway: 'turned-away', gaveUp: 'gave-up', lostPatience: 'gave-up', failed: 'script' } as const;

/** The run as the walk makes it: one VU, no thinking, no second try. */
export function walkRun(run: EngineRun): EngineRun {
  const { configuration } = run;
  const { profile } = configuration;
  const retry = { ...profile.retry, probability: 0 };
  const own = { ...profile, hosts: 1, thinkScale: 0, clientTimeout: Math.min(profile.clientTimeout, TIMEOUT_MS), retry };
  return { ...run, configuration: { ...configuration, profile: own } };
}

/** One person walks each journey, one after the other; every request is printed. Resolves when the last has left. */
export function walkHost(host: Host, journeys: Journeys, dialect: WaitingRoomDialect | null): Promise<void> {
  const { surge, book } = host;
  return new Promise((done) => {
    let next = 0;
    const lives = openLives({ host, journeys, dialect, native: null, onLeave: left });

    function left({ how, cause }: JourneyEnd): void {
      host.walk?.end(ENDED[how], cause);
      // Not at once: the person's row is not free yet.
      setTimeout(begin, 0);
    }

    function begin(): void {
      const journey = next++;
      if (journey >= surge.journeys.length) {
        host.over = true;
        done();
        return;
      }
      host.walk?.begin(surge.journeys[journey]!.name);
      book.users.arrived++;
      lives.arrive(takeRow(host, journey, journey, ENDLESS), host.now());
    }

    function tick(): void {
      if (host.over) return;
      host.wheel.advance(host.now(), Number.POSITIVE_INFINITY, lives.wake);
      setTimeout(tick, SLOT_MS);
    }

    host.stop.onStop(() => {
      host.over = true;
      done();
    });
    listenForStop(host);
    tick();
    begin();
  });
}
