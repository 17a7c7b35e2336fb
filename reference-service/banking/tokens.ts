import { createHmac } from 'node:crypto';
import { randomFrom } from '../../models/workload/users/random.ts';
import { DRIFT } from './service-times.ts';

/** Bytes of a secret: as long as the hash of HMAC-SHA-1 (RFC 4226, 4, R6). */
const SECRET_BYTES = 20;
/** Separates the draw of a token's clock from others of the same number. */
const DRIFT_STREAM = 0x4f5450;

/** The secret of a token, derived from its number with a key that only the bank has (RFC 4226, 7.5), so that none is stored. */
export function tokenSecret(serial: number, key: string): Uint8Array {
  return createHmac('sha256', key).update(`token:${serial}`).digest().subarray(0, SECRET_BYTES);
}

/** Seconds by which the clock of a token is wrong; 0 for most. */
export function driftOf(serial: number): number {
  return randomFrom(DRIFT_STREAM, serial)() < DRIFT.share.value ? DRIFT.seconds.value : 0;
}
