import { sayCalendarName } from '../../words/calendar-name.ts';
import { dateOf } from '../calendar/day-number.ts';
import type { SeriesForecast } from '../forecast/forecast-series.ts';

/** Festivals from which what the past says of a peak is worth a number. */
const FEWEST = 3;

/**
 * Sentences on what the peak does not rest on: too few festivals of the past, and days that nothing resembles.
 *
 * @example peakWarnings({ calibratedOn: { festivals: ['chuseok'], windows: 1 }, unseen: null }).length // => 1
 */
export function peakWarnings({ calibratedOn, unseen }: Pick<SeriesForecast, 'calibratedOn' | 'unseen'>): string[] {
  const { festivals, windows } = calibratedOn;
  const few = festivals.length > 0 && windows < FEWEST;
  const past = windows === 1 ? '1 past festival' : `${windows === 0 ? 'no' : windows} past festivals`;
  return [
    ...(few
      ? [
          `The peak over ${[...new Set(festivals)].map(sayCalendarName).join(' and ')} rests on ${past}: forecasts of other weeks prove little for it.`,
        ]
      : []),
    ...(unseen === null ? [] : [unseenSentence(unseen)]),
  ];
}

function unseenSentence({ day, names, occasions, factor }: NonNullable<SeriesForecast['unseen']>): string {
  const wider =
    factor > 1 ? `quantiles above P50 lie ${Math.round(100 * (factor - 1))} % further from it, as` : 'their spread is as usual, as';
  const grounds =
    occasions === 0 ? 'no such day was ever tested' : `${occasions} first ${occasions === 1 ? 'meeting' : 'meetings'} of the past showed`;
  return `No day of the history is like ${dateOf(day)}, the likeliest day of the peak: ${names.join(' and ')} never met. Their effects are multiplied; ${wider} ${grounds}.`;
}
