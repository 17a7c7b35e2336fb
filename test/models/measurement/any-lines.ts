import fc from 'fast-check';
import type { MeasurementLine } from '../../../models/workload/log/measurement-log.ts';
import { OWNERS } from '../../../models/workload/log/outcome.ts';
import { end, head, journeySample, sample, second, variantSample } from './lines.ts';

const count = fc.integer({ min: 0, max: 50 });
const users = fc.record({ arrived: count, finished: count, gaveUp: count, failed: count, inLine: count, active: count });
const times = fc.array(fc.double({ min: 0.1, max: 20_000, noNaN: true }), { maxLength: 5 });
/** A second of one of four VUs with something of everything. */
export const anySecond = fc
  .record({
    vu: fc.integer({ min: 1, max: 4 }),
    second: fc.integer({ min: 0, max: 12 }),
    scheduled: count,
    started: count,
    users,
    times,
    ticket: count,
    cause: fc.constantFrom('a', 'b'),
    owner: fc.constantFrom(...OWNERS),
  })
  .map(({ times: ms, ticket, cause, owner, ...line }) =>
    second({
      ...line,
      samples: [
        sample('pay', ms),
        sample('queue-join', ms, { outcome: 'timeout', clock: 0 }),
        journeySample('qr-payment', ms),
        variantSample(1, ms),
      ],
      statuses: [[200 + (ticket % 3), ticket]],
      connections: [2, 1],
      redirects: 1,
      startLag: sample('pay', ms)[4],
      loopLag: sample('pay', ms)[4],
      admissions: [[ticket % 2, ticket, 10 * ticket, 20 * ticket, 5, ticket, ticket % 2 === 0 ? null : ticket - 5]],
      unadmitted: [[ticket % 2, 1_000 + ticket, 10 * ticket, 30 * ticket, 5, 20]],
      errors: [[2, cause, owner, 3]],
      journal: [[0, 'approved', { of: `k${ticket}` }, ['key', '+amount', 'receipt'], [ticket, 1], [0, 'own'], [ticket, 5], ['r', 's']]],
      doubleTaps: [[1, ticket, 0]],
      lostPlaces: 1,
      abandoned: 2,
    }),
  );
/** Any line of a log of four VUs. */
export const anyLine: fc.Arbitrary<MeasurementLine> = fc.oneof(
  { weight: 8, arbitrary: anySecond },
  fc.integer({ min: 1, max: 4 }).map((vu) => head({ vu })),
  fc
    .record({
      vu: fc.integer({ min: 1, max: 4 }),
      second: fc.integer({ min: 0, max: 12 }),
      users,
      reason: fc.constantFrom('complete' as const, 'stopped' as const),
    })
    .map(end),
);
