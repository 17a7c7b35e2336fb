import type { Response } from 'k6/http';
import type { Recorded } from './recorders.ts';

/** Which of the timings say that a connection was opened. */
export type ConnectionTimings = Pick<Response['timings'], 'connecting' | 'tls_handshaking'>;

/** What happened on the wire in the second under way. */
export interface TrafficTally {
  /** Counts an answer by status, the connection opened for it, and the redirect when it is followed. `blocked`: that of `timings`. */
  answer(status: number, blocked: number, timings: ConnectionTimings, followed: boolean): void;
  /** Counts what was counted elsewhere. */
  add(recorded: Omit<Recorded, 'samples'>): void;
  /** What was counted since the last call; what never happened is left out. */
  take(): { statuses?: [number, number][]; connections?: [number, number]; redirects?: number };
}

/** Milliseconds; a connection on loopback takes ten times as long. */
const SHORTEST_CONNECT = 0.005;

export function createTrafficTally(): TrafficTally {
  let statuses = new Map<number, number>();
  let connections = 0;
  let handshakes = 0;
  let redirects = 0;
  return {
    add(recorded) {
      for (const [status, count] of recorded.statuses) statuses.set(status, (statuses.get(status) ?? 0) + count);
      connections += recorded.connections;
      handshakes += recorded.handshakes;
    },
    answer(status, blocked, timings, followed) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // k6's `blocked` contains connecting: one look spares another at most answers, which came over a connection that was open.
      if (blocked > SHORTEST_CONNECT && timings.connecting > 0) {
        connections++;
        if (timings.tls_handshaking > 0) handshakes++;
      }
      if (followed) redirects++;
    },
    take() {
      const taken: ReturnType<TrafficTally['take']> = {};
      if (statuses.size > 0) taken.statuses = Array.from(statuses);
      if (connections > 0) taken.connections = [connections, handshakes];
      if (redirects > 0) taken.redirects = redirects;
      statuses = new Map();
      connections = 0;
      handshakes = 0;
      redirects = 0;
      return taken;
    },
  };
}
