import { NO_CALENDAR } from '../../../models/demand/calendar/calendar.ts';

/** What a forecast of two weeks of days without a calendar is asked for. */
export const MADE_REQUEST = {
  calendar: NO_CALENDAR,
  seed: 1,
  futures: 100,
  breaks: [],
  decompose: null,
  name: 'n',
  unit: '',
  horizon: { count: 14, step: 'day' },
  daily: 'sum',
  burst: { varianceToMean: 1.5, kind: 'assumed' },
  backtestOrigins: 2,
} as const;
