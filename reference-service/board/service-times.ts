import { drawable, milliseconds, type NodeSize, type ServiceTime } from '../shared/simulation/service-time.ts';

/** SIMULATED, see `milliseconds`. */
export const SERVICE_TIMES = {
  login: milliseconds(40, 160, 'one PIN hash of about 35 ms (PBKDF2, 100,000 rounds, one core)'),
  list: milliseconds(6, 30, 'one page from memory, rendered'),
  read: milliseconds(8, 40, 'one notice with its comments from memory, rendered'),
  search: milliseconds(30, 200, 'a look at every title without an index'),
  comment: milliseconds(15, 80, 'one row and its number'),
} as const satisfies Readonly<Record<string, ServiceTime>>;

/** The same for drawing. */
export const SERVICE_TIME = drawable(SERVICE_TIMES);

/** One app node. */
export const NODE: NodeSize = {
  workers: {
    value: 16,
    unit: 'workers',
    source: 'a small web server: 40 readers/s, five requests each of 17 ms on average, keep 3.4 workers busy',
    kind: 'assumed',
  },
  queueLimit: { value: 600, unit: 'requests waiting', source: 'below a second of work of a node', kind: 'derived' },
};
