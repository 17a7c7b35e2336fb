import { expect, it } from 'vitest';
import { ofThisRun } from '../../../../models/invariants/records/of-this-run.ts';

const marks = { keys: new Set(['order-7']), prefix: 'mr0x-', startedAt: 1_000 };
const kept = (rows: readonly Record<string, string | number>[]) => ofThisRun('payment', rows, marks);

it('keeps records with a key of the run, and those since its start', () => {
  const own = [{ key: 'order-7' }, { key: 'mr0x-4-0', at: 1 }, { key: 'server-1', at: 1_000 }, { amount: 5 }];
  const others = [{ key: 'mr0w-4-0' }, { key: 'mr0w-4-0', at: 999 }, { at: 999 }];
  expect(kept([...own, ...others])).toEqual(own);
});

it('keeps everything that tells how things stand', () =>
  expect(ofThisRun('balance', [{ account: 'a', key: 'x', at: 0 }], marks)).toHaveLength(1));
