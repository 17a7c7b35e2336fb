import type { Ink } from '../../charts/draw/theme.ts';

/** A lane has the colour of the journey it admits to. */
export function laneInk(lane: string): Ink {
  if (lane.startsWith('register')) return 'register-card';
  return lane.startsWith('pay') ? 'qr-payment' : 'waiting-room';
}
