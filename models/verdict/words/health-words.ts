import { plural } from '../../words/count.ts';
import { ON_TIME_SHARE } from '../generator-limits.ts';
import type { RuleWords } from './queue-words.ts';

/** What is checked before a run counts as evidence. */
export type HealthName =
  | 'target-identity'
  | 'script'
  | 'surgeproof-finished'
  | 'generator-finished'
  | 'hosts'
  | 'cpu'
  | 'loop-lag'
  | 'longest-stall'
  | 'clock'
  | 'silent-seconds'
  | 'measurement-log'
  | 'sums'
  | 'log-of-this-run'
  | 'arrivals-planned'
  | 'users-accounted'
  | 'arrivals-started'
  | 'on-time-starts'
  | 'start-lag'
  | 'open-files';

interface HealthWords extends RuleWords {
  readonly statistic: string;
}

/** A check without words here does not compile. */
export const HEALTH_WORDS: Readonly<Record<HealthName, HealthWords>> = {
  'target-identity': {
    title: 'Identity of the target',
    statistic: 'the target is the one named',
    clause: () => 'the target is not the one that the configuration names',
  },
  script: {
    title: 'Errors in the surge file',
    statistic: 'people stopped by an error',
    clause: (value, _, n) => `an error in the surge file stopped ${value} of ${plural(n, 'person', 'people')}`,
  },
  'surgeproof-finished': {
    title: 'End of surgeproof',
    statistic: 'ended before the run',
    clause: () => 'surgeproof was killed before the run was over',
  },
  'generator-finished': {
    title: 'End of the load generator',
    statistic: 'VUs without an end line',
    clause: () => 'the load generator (k6) ended before the run was over',
  },
  hosts: {
    title: 'VUs of the load generator',
    statistic: 'VUs that reported',
    clause: (value, limit) => `only ${value} of ${limit} VUs wrote measurements`,
  },
  cpu: {
    title: 'CPU of the load generator',
    statistic: 'share of all cores, p95 of seconds',
    clause: (value, limit) => `the load generator used ${value} of the CPU of this machine (limit ${limit})`,
  },
  'loop-lag': {
    title: 'Event-loop lag of the load generator',
    statistic: 'p99',
    clause: (value, limit) => `the event loop of k6 was ${value} late at p99 (limit ${limit})`,
  },
  'longest-stall': {
    title: 'Longest stall of the load generator',
    statistic: 'longest event-loop lag',
    clause: (value, limit) => `k6 stood still for ${value} (limit ${limit})`,
  },
  clock: {
    title: 'Clock of the load generator',
    statistic: 'largest jump',
    clause: (value, limit) => `the clock of this machine jumped by ${value} in the run (limit ${limit})`,
  },
  'silent-seconds': {
    title: 'Gaps in the measurements',
    statistic: 'seconds without a line of every VU',
    clause: (value, limit, n) => `measurements are missing for ${value} of ${plural(n, 'second', 'seconds')} (limit ${limit})`,
  },
  'measurement-log': {
    title: 'Measurement log',
    statistic: 'lines lost, repeated, altered or of another run',
    clause: (value, _, n) => `the measurement log does not agree with itself in ${value} of ${plural(n, 'line', 'lines')}`,
  },
  sums: {
    title: 'Sums of the measurement log',
    statistic: 'sums that do not agree',
    clause: (value) => `${value === '1' ? 'one sum' : `${value} sums`} of the measurement log ${value === '1' ? 'does' : 'do'} not agree`,
  },
  'log-of-this-run': {
    title: 'Log and manifest of one run',
    statistic: 'facts that differ',
    clause: () => 'the measurement log is not that of the run in the manifest',
  },
  'arrivals-planned': {
    title: 'Arrivals of the profile',
    statistic: 'people more or fewer than planned',
    clause: (value, limit, n) =>
      `${plural(n, 'arrival', 'arrivals')} in the log are ${value} more or fewer than the profile has (at most ${limit} by chance)`,
  },
  'users-accounted': {
    title: 'Count of people',
    statistic: 'people not accounted for',
    clause: (value) => `the counts of people do not add up: ${value} are not accounted for`,
  },
  'arrivals-started': {
    title: 'Started arrivals',
    statistic: 'share of scheduled arrivals',
    clause: (value, limit, n) =>
      `only ${value} of ${plural(n, 'scheduled arrival', 'scheduled arrivals')} started (at least ${limit} required)`,
  },
  'on-time-starts': {
    title: 'Arrivals on time',
    statistic: 'share within 25 ms',
    clause: (value, limit) =>
      `only ${value} of the arrivals started within 25 ms of their time (${ON_TIME_SHARE.warn * 100} % expected, at least ${limit} required)`,
  },
  'start-lag': {
    title: 'Start lag of arrivals',
    statistic: 'p99',
    clause: (value, limit) => `arrivals started ${value} late at p99 (limit ${limit})`,
  },
  'open-files': {
    title: 'Open files of the load generator',
    statistic: 'share of the limit',
    clause: (value, limit) => `the load generator used ${value} of the open files it may have (limit ${limit})`,
  },
};
