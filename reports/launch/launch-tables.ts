import type { LaunchPicture, NamedQuantity } from '../../models/results/forecast/launch-picture.ts';
import type { PeakQuantiles } from '../../models/results/forecast/peak-quantiles.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';
import type { Quantity } from '../../models/workload/surge/quantity.ts';
import type { Table } from '../charts/figure/figure.ts';
import { estimate } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';
import { peopleCount } from './launch-sentences.ts';

const LONGEST_NAME = 60;
const LONGEST_SOURCE = 200;

/** What is said of an event, at every quantile. */
export function quantilesTable({ launch }: LaunchPicture): Table {
  const { people, arrivals, arrivalsPerSecond, crowd, attemptsPerSecond } = launch;
  const row = (name: string, { p50, p80, p90, p95, p99 }: PeakQuantiles, words: (value: number) => string): string[] => [
    name,
    ...[p50, p80, p90, p95, p99].map((value) => words(value)),
  ];
  return {
    caption: 'The answer by quantile',
    header: ['what', 'P50', 'P80', 'P90', 'P95', 'P99'],
    rows: [
      row('people in the window', people, peopleCount),
      row('their arrivals, one a device', arrivals, peopleCount),
      row('highest arrival rate, arrivals/s', arrivalsPerSecond, estimate),
      row('most in the queue at once, people', crowd, peopleCount),
      ...(attemptsPerSecond === undefined ? [] : [row('attempts with retries, /s', attemptsPerSecond, estimate)]),
    ],
  };
}

const source = ({ source: from }: Quantity): string => shorten(from, LONGEST_SOURCE);

/** A source that begins with its kind, as that of an events file does, says it once. */
function counted(quantity: Quantity): string {
  const [from, { kind }] = [source(quantity), quantity];
  return `${estimate(quantity.value)} (${from.startsWith(kind) ? from : `${kind}: ${from}`})`;
}

/** Each comparable event: what was counted, by whom, and what it says about this one. */
export function analoguesTable({ launch: { analogues, measure } }: LaunchPicture): Table {
  return {
    caption: 'Comparable events, with the kind and the source of each number',
    header: ['event', 'day', `counted, ${measure}`, 'could have come, people', 'scaled to this event', 'weight'],
    rows: analogues.map(({ name, when, origin, value, population, scaled, weight }) => [
      `${shorten(name, LONGEST_NAME)} (${origin === 'own' ? 'your own' : 'public'})`,
      // No line may end inside a date.
      when.slice(0, 10).replaceAll('-', '\u2011'),
      counted(value),
      population === null ? 'not used' : counted(population),
      estimate(scaled),
      sayShare(weight),
    ]),
  };
}

/** How many, in the unit of the number. */
function amount({ value, unit }: NamedQuantity): string {
  if (unit === 's') return sayTime(1_000 * value);
  return unit.startsWith('of ') ? `${sayShare(value)} ${unit}` : `${estimate(value)} ${unit}`;
}

/** Names of fields as words: `opening.halfLife` is the half life of the opening. */
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace('.', ': ');

/** Everything the answer was made with. */
export function numbersTable({ numbers }: LaunchPicture): Table {
  return {
    caption: 'What it was made with',
    header: ['number', 'value', 'kind', 'source'],
    rows: numbers.map((one) => [words(one.name), amount(one), one.kind, source(one)]),
  };
}
