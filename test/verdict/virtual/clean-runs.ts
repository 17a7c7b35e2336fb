import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import type { Broken } from './virtual.ts';

/** Sizes of a run that are all well: few people or many, one VU or three, evenly or at random, in a hurry or not. */
const SIZES: readonly Partial<SurgeProfile>[] = [
  {},
  { arrivals: { shape: 'constant', rate: 15 } },
  { evenSpacing: false },
  { hosts: 3 },
  { thinkScale: 0.01 },
  { arrivals: { shape: 'constant', rate: 60 }, hosts: 2 },
  { arrivals: { shape: 'constant', rate: 25 }, evenSpacing: false, hosts: 2 },
];

/** `count` clean runs that differ in seed, surge and size: two of three are smoke runs, which are the quicker ones. */
export function cleanRuns(count: number): readonly Broken[] {
  return Array.from({ length: count }, (_, i): Broken => {
    const seed = 1_000 + i;
    if (i % 3 === 2) return { surge: 'launch', seed, profile: { hosts: 1 + (i % 4), evenSpacing: i % 2 === 0 } };
    return { surge: 'smoke', seed, profile: SIZES[i % SIZES.length]! };
  });
}
