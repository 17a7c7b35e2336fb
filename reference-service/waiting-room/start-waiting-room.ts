import { performance } from 'node:perf_hooks';
import { loopbackAddress } from '../shared/loopback.ts';
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

/** Unix time in milliseconds that never jumps, whatever is done to the clock of the machine meanwhile. */
const steadyClock = (): number => performance.timeOrigin + performance.now();

/** Opens a waiting room on loopback. Rejects with a sentence when the configuration is wrong or the port is taken. */
export const startWaitingRoom = async (config: WaitingRoomConfig, clock: () => number = steadyClock): Promise<WaitingRoom> => {
  const { host, port, run, ...options } = parseWaitingRoomConfig(config);
  const address = loopbackAddress(host);
  const room = createRoomState(options, clock());
  const server = await createWaitingRoomServer(room, run, clock);
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
};
