import type { Blast, FaultEffect } from '../../../models/results/faults.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { Table } from '../../charts/figure/figure.ts';
import { shorten } from '../../format/shorten.ts';
import { elapsed } from '../../format/time/clock.ts';

const ms = (seconds: number | null): string => sayTime(seconds === null ? null : 1_000 * seconds);

/** Every fault: when it was there, how long in the original, and when clients could tell. */
export function faultTable(effects: readonly FaultEffect[]): Table {
  return {
    caption: 'What was broken, and when',
    header: ['fault', 'from', 'to', 'in the original', 'clients could tell after', 'failures took, p95', ''],
    rows: effects.map(({ title, from, to, originalSeconds, wasDone, problem, detectedAfter, failureP95 }) => [
      shorten(title, 80),
      elapsed(Math.round(from)),
      elapsed(Math.round(to)),
      ms(Math.round(originalSeconds)),
      detectedAfter === null ? (wasDone ? 'never' : '–') : ms(Math.round(detectedAfter)),
      sayTime(failureP95),
      shorten(problem ?? (wasDone ? 'as planned' : 'it was not there'), 160),
    ]),
  };
}

const failed = ({ attempts, failed: count }: Blast): string =>
  attempts === 0 ? '–' : `${sayShare(count / attempts)} of ${sayCount(Math.round(attempts))}`;

/** Share of failures while each fault was there, by step or journey. */
export function blastTable(effects: readonly FaultEffect[], of: 'steps' | 'journeys'): Table {
  const names = (effects[0]?.[of] ?? []).map(({ title }) => title);
  return {
    caption: of === 'steps' ? 'Requests that failed meanwhile, by step' : 'People who failed meanwhile, by journey',
    header: [of === 'steps' ? 'step' : 'journey', ...effects.map(({ title }) => shorten(title, 60))],
    rows: names.map((title, i) => [shorten(title, 60), ...effects.map((effect) => failed(effect[of][i]!))]),
  };
}
