import { arrivalCurve } from '../../models/workload/arrivals/curves/from-spec.ts';
import { peakRate } from '../../models/workload/arrivals/peak-rate.ts';
import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import type { Machine } from './machine.ts';
import { COST } from './waiting-users.ts';

/** What a run needs of a machine, worked out from its profile. */
export interface SurgeNeeds {
  readonly people: number;
  readonly peakArrivalRate: number;
  readonly openFiles: number;
  readonly memoryMiB: number;
  readonly diskMiB: number;
}

/** Memory of one person past the gate, MiB (17 KiB; docs/benchmarks.md). */
const ACTIVE_MIB = 17 / 1_024;
/** Memory of k6 itself, and of a reference service with PostgreSQL, MiB. */
const K6_MIB = 100;
const SERVICE_MIB = 500;
/** Bytes of the measurement log: a line of a VU and second, and one admission with its payment. */
const LINE_BYTES = 12_000;
const ADMISSION_BYTES = 120;
/** Room for the report and for PostgreSQL, MiB. */
const DISK_BASE_MIB = 200;
const MIB = 1_048_576;

/** People that a profile brings, on average. */
export function expectedPeople({ arrivals, arrivalSeconds }: Pick<SurgeProfile, 'arrivals' | 'arrivalSeconds'>): number {
  return arrivalCurve(arrivals).arrivalsUntil(arrivalSeconds);
}

/**
 * Highest number of a person that may come up: each host counts its own Poisson arrivals, mean plus five standard deviations.
 *
 * @example mostPeople({ arrivals: { shape: 'constant', rate: 10 }, arrivalSeconds: 10, hosts: 1 }) // => 160
 */
export function mostPeople(profile: Pick<SurgeProfile, 'arrivals' | 'arrivalSeconds' | 'hosts'>): number {
  const mean = arrivalCurve(profile.arrivals).arrivalsUntil(profile.arrivalSeconds) / profile.hosts;
  return Math.ceil(profile.hosts * (mean + 5 * Math.sqrt(mean) + 10));
}

/** Admission tokens of one person, on average over the journeys. */
function meanCost({ journeys, lanes }: Pick<Surge, 'journeys' | 'lanes'>): number {
  return journeys.reduce((sum, { share, lane }) => sum + share * (lanes.find(({ name }) => name === lane)?.cost ?? 1), 0);
}

/**
 * Open files: everybody who is inside may hold a connection until the client gives up, and a second of arrivals joins at once. People come
 * inside at the admission rate of a reference service, elsewhere as they arrive.
 * Memory: everybody in line, and those inside for as long as a request may take, ten requests each.
 */
export function surgeNeeds(surge: Pick<Surge, 'journeys' | 'lanes'>, profile: SurgeProfile): SurgeNeeds {
  const peak = peakRate(profile.arrivals, profile.arrivalSeconds);
  const people = mostPeople(profile);
  const { service } = profile;
  const entering = service === null || surge.lanes.length === 0 ? peak : service.admissionTokens / meanCost(surge);
  const held = Math.min(people, entering * (profile.clientTimeout / 1_000));
  const lines = profile.hosts * (profile.arrivalSeconds + profile.drainSeconds);
  const base = K6_MIB + (service === null ? 0 : SERVICE_MIB);
  return {
    people,
    peakArrivalRate: peak,
    openFiles: Math.ceil(held + Math.min(peak, people) + COST.reservedFiles.value),
    memoryMiB: Math.ceil(base + people * COST.memory.value + Math.min(people, held * 10) * ACTIVE_MIB),
    diskMiB: Math.ceil(DISK_BASE_MIB + (lines * LINE_BYTES + people * ADMISSION_BYTES) / MIB),
  };
}

/** Sentences about what the machine lacks for a run; empty when it has enough. `diskMiB` is free space where the run is written. */
export function machineProblems(needs: SurgeNeeds, machine: Machine, diskMiB: number | null): string[] {
  const problems: string[] = [];
  if (machine.openFiles !== null && machine.openFiles < needs.openFiles) {
    problems.push(
      `open files: must be at least ${needs.openFiles} for this profile, got ${machine.openFiles}; raise it with \`ulimit -n ${needs.openFiles}\` or take a smaller --profile`,
    );
  }
  if (machine.availableMiB < needs.memoryMiB) {
    problems.push(
      `memory: must be at least ${needs.memoryMiB} MiB for ${needs.people} people, got ${machine.availableMiB} MiB available; close programs or take a smaller --profile`,
    );
  }
  if (diskMiB !== null && diskMiB < needs.diskMiB) {
    problems.push(
      `disk: must have at least ${needs.diskMiB} MiB free for the run folder, got ${diskMiB} MiB; free some or choose another place with --out`,
    );
  }
  return problems;
}
