import type { Certificates } from '../../scripts/shop/certificates.ts';
import { surgeproofWords } from '../room/words.ts';
import type { Rehearsed } from '../run/line-run.ts';
import { COMMON_LANES } from './all-lanes.ts';

/** HTTP/2 with a certificate of an authority that only this run knows. */
export const secure = (certificates: Certificates): Rehearsed => ({
  lanes: Object.keys(COMMON_LANES),
  room: { script: COMMON_LANES, words: surgeproofWords, certificates },
  ca: certificates.ca,
});
