/**
 * What a colour means; one meaning across a report. `series-1` to `series-6` are given to steps (or other rows of one kind) by their order,
 * and are never that of a limit, a breach, an owner of errors or a class of statuses.
 */
export type Ink =
  | 'ink'
  | 'muted'
  | SeriesInk
  | 'other'
  | 'waiting'
  | 'limit'
  | 'limit-text'
  | 'breach'
  | 'phase'
  | 'fault'
  | 'fault-edge'
  | 'band'
  | 'waiting-fill'
  | 'gap'
  | 'system'
  | 'third party'
  | 'unclear'
  | 'script'
  | 'client environment'
  | '2xx'
  | '3xx'
  | '4xx'
  | '5xx'
  | 'no answer'
  | 'forecast'
  | 'fan'
  | 'fan-core';

export const SERIES_INKS = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;
export type SeriesInk = (typeof SERIES_INKS)[number];
