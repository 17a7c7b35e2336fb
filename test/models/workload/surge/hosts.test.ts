import { expect, it } from 'vitest';
import { hostsFor } from '../../../../models/workload/surge/hosts.ts';

it.each([
  [{ inLine: 0, peakRate: 20 }, 1],
  [{ inLine: 0, peakRate: 501 }, 2],
  [{ inLine: 5_001, peakRate: 20 }, 3],
  [{ inLine: 40_000, peakRate: 2_000 }, 8],
  [{ inLine: 1e6, peakRate: 0 }, 8],
  [{ inLine: 0, peakRate: 0 }, 1],
])('%j needs %d', (surge, hosts) => {
  expect(hostsFor(surge)).toBe(hosts);
});
