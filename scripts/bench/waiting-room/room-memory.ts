import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { join } from '../../../reference-service/waiting-room/room/room.ts';
import { createRoomState, type RoomState } from '../../../reference-service/waiting-room/room/room-state.ts';
import { tick } from '../../../reference-service/waiting-room/room/room-tick.ts';

/** Bytes in use after a full collection: without one, garbage of the joins would be counted as memory of people. */
const memoryInUse = (): number => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const fill = (people: number): RoomState => {
  const room = createRoomState({ lanes: [{ name: 'register', cost: 5 }], tokensPerSecond: 1, secret: 'bench', passSeconds: 600 }, 0);
  for (let person = 0; person < people; person += 1) {
    join(room, 0, person / 100);
    if (person % 10_000 === 0) tick(room, person / 100);
  }
  return room;
};

/** Bytes for each person in line, columns doubled as they are in a real room. */
export const bytesPerPerson = (people: number): number => {
  const before = memoryInUse();
  const room = fill(people);
  const used = memoryInUse() - before;
  return used / room.tallies[0]!.joined;
};
