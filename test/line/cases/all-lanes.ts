import { answers } from './answers.ts';
import { connections } from './connections.ts';
import { cookies } from './cookies.ts';
import { places } from './places.ts';

/** Every case of the line, a lane each, in one run: they do not disturb one another. */
export const ALL_LANES = { ...places, ...answers, ...cookies, ...connections };

const { 'too-busy': busy, broken, html, redirected, packed, 'in-parts': inParts } = answers;
const { reset, silent, slow, frozen } = connections;

/** Those that need nothing of HTTP/1.1 and of surgeproof's own words. */
export const COMMON_LANES = {
  ...places,
  ...cookies,
  busy,
  broken,
  html,
  redirected,
  packed,
  'in-parts': inParts,
  reset,
  silent,
  slow,
  frozen,
};
