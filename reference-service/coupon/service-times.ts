import { drawable, milliseconds, type NodeSize, queueLimit } from '../shared/simulation/service-time.ts';

/** SIMULATED, see `milliseconds`. */
export const SERVICE_TIME = drawable({
  today: milliseconds(4, 20, 'a page from memory'),
  login: milliseconds(40, 160, 'one PIN hash of about 35 ms and a session row'),
  eligibility: milliseconds(12, 60, 'one read of the register of people'),
  apply: milliseconds(25, 120, 'limits, and a commit of 8/60 ms'),
  buy: milliseconds(25, 120, 'the stock, and a commit of 8/60 ms'),
});

/** One app node. */
export const NODE: NodeSize = {
  workers: { value: 32, unit: 'workers', source: '200 visitors/s keep 19 workers busy: 95 ms of four steps', kind: 'derived' },
  queueLimit: queueLimit(1_500),
};
