import { sayCount, sayRate } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import { shorten } from '../../format/shorten.ts';
import { dateTime } from '../../format/time/clock.ts';
import type { ReportInput } from '../input/report-input.ts';

/** What was sent, as names and values: people, rate, length, target, profile, seed, journeys with their shares. */
export function sentFacts({ run, manifest, series, timeZone }: ReportInput): [name: string, value: string][] {
  const { surge, profile } = manifest.configuration;
  const highest = series.surge.started.y.reduce<number>((most, y) => Math.max(most, y ?? 0), 0);
  const seconds = Math.min(profile.arrivalSeconds, run.durationSeconds);
  const journeys = surge.journeys.map(({ title, share }) => `${shorten(title, 60)} ${sayShare(share)}`).join(', ');
  return [
    ['People', `${sayCount(run.arrivals.started)} of ${sayCount(run.arrivals.scheduled)} scheduled`],
    [
      'Arrival rate',
      `${sayRate(seconds > 0 ? run.arrivals.started / seconds : null)} on average, ${sayRate(highest)} in the highest second`,
    ],
    [
      'Length',
      `${sayTime(run.durationSeconds * 1000)}, ${profile.evenSpacing ? 'evenly spaced arrivals' : 'Poisson arrivals'} for ${sayTime(seconds * 1000)}`,
    ],
    ['Target', targetText(manifest.target)],
    ['Profile and seed', `${run.profile}, seed ${run.seed}`],
    ['Started', dateTime(series.startedAt, timeZone)],
    ['Journeys', journeys],
    ['Waiting room', roomText(manifest)],
  ];
}

/** Name, address and size of the target. */
export function targetText({ name, bases, nodes }: ReportInput['manifest']['target']): string {
  const addresses = Object.entries(bases).map(([base, url]) => (base === 'app' ? shorten(url, 120) : `${base} ${shorten(url, 120)}`));
  // A loopback address that no configuration names is its own name.
  const called = name === bases.app ? '' : `${shorten(name, 60)}: `;
  return `${called}${addresses.join(', ')}${nodes === null ? '' : `, ${sayCount(nodes)} ${nodes === 1 ? 'node' : 'nodes'}`}`;
}

function roomText({ target, configuration }: ReportInput['manifest']): string {
  if (target.waitingRoom === null) return 'none: people went straight in';
  const size = configuration.profile.service;
  const admits = size === null ? '' : `, ${sayCount(size.admissionTokens)} admission tokens per second`;
  return `${shorten(target.waitingRoom.base, 120)}${admits}`;
}

function leftText(left: number, impatient: number): string {
  if (left === 0 || impatient === 0) return sayCount(left);
  return impatient === left ? `${sayCount(left)}, out of patience` : `${sayCount(left)}, ${sayCount(impatient)} of them out of patience`;
}

/** Where everybody ended, as names and values. */
export function endFacts({ run: { users, queue } }: ReportInput): [name: string, value: string][] {
  const line: [string, string][] =
    queue === null
      ? []
      : [
          ['Admitted', sayCount(queue.admitted)],
          ['Left the queue before admission', leftText(queue.abandoned, users.lostPatience)],
          ['Still in the queue at the end', sayCount(users.atEnd.inLine)],
          ['Places lost by the waiting room', sayCount(queue.lostPlaces)],
          ['Wait, p50', sayTime(queue.wait.p50)],
          ['Wait, p99', sayTime(queue.wait.p99)],
          ['Longest wait', sayTime(queue.longestWait)],
          ...queue.lanes.map(({ lane, medianWait, longestWait }): [string, string] => [
            `Wait in lane ${shorten(lane, 60)}, median and longest`,
            `${sayTime(medianWait)}, ${sayTime(longestWait)}`,
          ]),
          ...(queue.laneDifference === null
            ? []
            : [['Difference between the median waits of the lanes', sayTime(queue.laneDifference)] as [string, string]]),
        ];
  return [
    ['Arrived', sayCount(users.arrived)],
    ['Reached the end', sayCount(users.finished)],
    ['Turned away with an accepted answer', sayCount(users.turnedAway)],
    ['Gave up', sayCount(users.gaveUp)],
    ['Ended by an error in the surge file', sayCount(users.failed)],
    ['Still thinking at the end', sayCount(users.thinking)],
    ['Still waiting for an answer at the end', sayCount(users.atEnd.active - users.thinking)],
    ...line,
  ];
}
