import type { ManifestFile } from '../../../models/results/manifest.ts';

/** Twice what a surge file or a machine can have, at least: a folder may come from anybody, and a report must come to an end. */
const MOST = {
  steps: 256,
  journeys: 256,
  lanes: 64,
  phases: 64,
  facts: 10_000,
  assumed: 100_000,
  hosts: 10_000,
  seconds: 172_800,
} as const;

/** What of a manifest is larger than any run, as sentences. */
export function sizeProblems({ configuration: { surge, profile } }: ManifestFile): string[] {
  const sizes: readonly (readonly [string, number, number])[] = [
    ['surge.steps', surge.steps.length, MOST.steps],
    ['surge.journeys', surge.journeys.length, MOST.journeys],
    ['surge.lanes', surge.lanes.length, MOST.lanes],
    ['surge.facts', Object.keys(surge.facts).length, MOST.facts],
    ['surge.assumed', surge.assumed.length, MOST.assumed],
    ['profile.phases', profile.phases.length, MOST.phases],
    ['profile.hosts', profile.hosts, MOST.hosts],
    ['profile: arrivalSeconds and drainSeconds', profile.arrivalSeconds + profile.drainSeconds, MOST.seconds],
  ];
  return sizes.flatMap(([where, size, most]) =>
    size <= most ? [] : [`configuration.${where}: must be at most ${most}, got ${size}; surgeproof makes no such run`],
  );
}
