import type { sleep as k6sleep } from 'k6';

/** Blocks a whole VU, and with it all users it hosts: no scenario of ours may call it. */
export const sleep: typeof k6sleep = () => {
  throw new Error('sleep: must not be used, as it stops every user of the VU; use user.think');
};
