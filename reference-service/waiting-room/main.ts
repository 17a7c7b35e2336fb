import { runPart } from '../shared/process/run-part.ts';
import { startWaitingRoom, warmUpWaitingRoom } from './start-waiting-room.ts';
import type { WaitingRoomConfig } from './waiting-room-config.ts';

/** The waiting room as a process of its own: told its configuration by its parent, which learns the address from it. */
runPart(async (config: WaitingRoomConfig) => {
  await warmUpWaitingRoom(config);
  const { url, close } = await startWaitingRoom(config);
  return { ready: { url }, stop: close };
});
