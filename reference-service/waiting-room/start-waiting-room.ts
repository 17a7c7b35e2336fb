import { identityOf } from '../shared/identity.ts';
import { loopbackAddress } from '../shared/network/loopback.ts';
import { sendWarmUp } from '../shared/network/send-warm-up.ts';
import { steadyClock } from '../shared/process/steady-clock.ts';
import { join } from './room/room.ts';
import { createRoomState } from './room/room-state.ts';
import { tick } from './room/room-tick.ts';
import { parseWaitingRoomConfig, type WaitingRoomConfig } from './waiting-room-config.ts';
import { createWaitingRoomServer } from './waiting-room-server.ts';

export interface WaitingRoom {
  readonly url: string;
  close(): Promise<void>;
}

/** Milliseconds between admissions: people go in as an even stream, not in bursts. */
const TICK = 50;

/** Opens a waiting room on loopback. Rejects with a sentence when the configuration is wrong or the port is taken. */
export async function startWaitingRoom(config: WaitingRoomConfig, clock: () => number = steadyClock): Promise<WaitingRoom> {
  const { host, port, service, run, nodes, ...options } = parseWaitingRoomConfig(config);
  const address = loopbackAddress(host);
  const room = createRoomState(options, clock());
  const server = await createWaitingRoomServer(room, identityOf(service, run, nodes), clock);
  const url = await server.listen({ host: address, port }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(`waiting room port: must be free, got ${port}, which is in use; choose another or 0`)
      : error;
  });
  const timer = setInterval(() => tick(room, clock()), TICK);
  return {
    url,
    close: async () => {
      clearInterval(timer);
      await server.close();
    },
  };
}

/** The first crowd must not meet a cold process: a room of the same size, on a port of its own, is joined and asked, and closed again. */
export async function warmUpWaitingRoom(config: WaitingRoomConfig): Promise<void> {
  const { host, port: _, service, run, nodes, ...options } = parseWaitingRoomConfig(config);
  const room = createRoomState(options, steadyClock());
  const { key } = join(room, 0, steadyClock());
  const server = await createWaitingRoomServer(room, identityOf(service, run, nodes), steadyClock);
  const url = await server.listen({ host: loopbackAddress(host), port: 0 });
  const ask = { method: 'GET', path: `/queue/poll?key=${encodeURIComponent(key)}` } as const;
  const joins = options.lanes.map(({ name }) => ({ method: 'POST', path: `/queue/${name}/join` }) as const);
  await sendWarmUp(url, [...joins, ask, ask]);
  await server.close();
}
