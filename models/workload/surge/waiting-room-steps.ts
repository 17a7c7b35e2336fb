import type { Step } from './surge.ts';

/** Where everyone is admitted at once, no one polls or leaves: only joining is certain to happen. */
const room = (name: string, title: string): Step => ({ name, title, room: true, rare: name !== 'queue-join', tags: {} });

/** The requests that the engine makes for people in line; surges with a waiting room have them before their own steps. */
export const WAITING_ROOM_STEPS = [
  room('queue-join', 'Join the queue'),
  room('queue-poll', 'Ask for the place in the queue'),
  room('queue-leave', 'Leave the queue or give the place back'),
] as const;
