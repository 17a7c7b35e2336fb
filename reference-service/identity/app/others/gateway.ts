import { randomFrom } from '../../../../models/workload/users/random.ts';
import { drawLognormal } from '../../../shared/simulation/lognormal.ts';
import { GATEWAY } from '../../service-times.ts';

/** Where text messages go out. */
export interface Gateway {
  /** Hands a message over; gives the moment at which the phone has it, null when it is lost. */
  send(): number | null;
}

export interface GatewaySize {
  readonly senders: number;
  /** Messages a second of one sender number. */
  readonly perSender: number;
}

const STREAM = 0x534d53;

/** The gateway as it is, and with its sender numbers in the spam filters. */
export const GATEWAY_SIZES = {
  usual: { senders: GATEWAY.senders.value, perSender: GATEWAY.perSender.value },
  drought: { senders: 1, perSender: 1 },
} as const satisfies Record<string, GatewaySize>;

const SECOND = 1_000;

/**
 * SIMULATED. Sender numbers in turn, each a bucket that holds the messages of one second. What finds its bucket empty waits for its turn
 * and half a minute more, and the spam filters of the carriers drop some. Delays of delivery are `minutes` times shorter.
 */
export function gatewayOf({ senders, perSender }: GatewaySize, minutes: number, seed: number, now: () => number): Gateway {
  const random = randomFrom(seed, STREAM);
  const delivery = { p50: GATEWAY.delivery.p50.value / minutes, p99: GATEWAY.delivery.p99.value / minutes };
  /** When each bucket will be full again. */
  const fullAt = new Array<number>(senders).fill(0);
  let turn = 0;
  return {
    send() {
      const at = now();
      turn = (turn + 1) % senders;
      const full = Math.max(fullAt[turn] ?? 0, at) + SECOND / perSender;
      fullAt[turn] = full;
      const over = full - at - SECOND;
      const delivered = at + drawLognormal(delivery, random);
      if (over <= 0) return delivered;
      return random() < GATEWAY.dropped.value ? null : delivered + over + GATEWAY.overDelay.value / minutes;
    },
  };
}
