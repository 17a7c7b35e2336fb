import type { ForecastDocument, ForecastPoint } from './forecast.ts';
import type { LaunchPicture } from './launch-picture.ts';

/** Values of neighbouring periods; null where unknown. `first` in periods since 1970-01-01T00 local time. */
export interface PeriodLine {
  readonly first: number;
  readonly values: readonly (number | null)[];
}

/** A part of the distribution of the peak: share of the futures whose maximum lies between `from` and `to`. */
export interface PeakBin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Fitted components of each day, history and window together. The level is in units of the series, the others are factors on it. */
export interface DayComponents {
  /** Days since 1970-01-01. */
  readonly first: number;
  readonly actual: readonly (number | null)[];
  /** A usual day without its weekday, season and holidays. */
  readonly trend: readonly number[];
  readonly year: readonly number[];
  readonly week: readonly number[];
  readonly month: readonly number[];
  readonly holiday: readonly number[];
}

/** Past effects of a day at some distance from a holiday, as factors on the same weekday weeks before and after. */
export interface PastFactors {
  readonly occurrences: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Something that makes a day differ from a usual one, with the factor that the regression gives it. */
export type DayDriver =
  | { readonly kind: 'weekday' | 'season' | 'month'; readonly factor: number }
  /** Days since what is due on a date of the month was paid. */
  | { readonly kind: 'payday'; readonly date: number; readonly since: number; readonly factor: number }
  /** Days from a holiday or event, negative before it; its name, null for days off and their neighbours that none reaches. */
  | { readonly kind: 'holiday'; readonly name: string | null; readonly offset: number; readonly factor: number };

/** Two strong effects that meet on a day, and on how many days of the history they met before. */
export interface Coincidence {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly drivers: readonly [DayDriver, DayDriver];
  readonly seen: number;
}

/** A holiday or event that reaches into the window, with its past. */
export interface HolidayPast {
  readonly name: string;
  /** Whether it is an event of the team, at which people work. */
  readonly isEvent: boolean;
  /** Day 0 of the occurrence, days since 1970-01-01. */
  readonly day: number;
  /** Each distance from day 0, measured against other weeks: the median forecast (null outside of the window), and what was seen. */
  readonly offsets: readonly {
    readonly offset: number;
    readonly expected: number | null;
    readonly seen: PastFactors | null;
    /** No other holiday or event moves the day more, as the regression sees it. */
    readonly isItsOwn: boolean;
  }[];
}

/** A forecast of the past beside what came. */
export interface BacktestRow {
  /** First period forecast. */
  readonly first: number;
  readonly actual: readonly (number | null)[];
  readonly said: readonly Pick<ForecastPoint, 'p05' | 'p50' | 'p95'>[];
  /** Mean absolute error over that of the seasonal naive inside the history; of this forecast, and of the seasonal naive itself. */
  readonly mase: number | null;
  readonly naiveMase: number | null;
  /** Names of the festivals around which the window lies: holidays that reach far. */
  readonly festivals: readonly string[];
  readonly peak: { readonly actual: number; readonly p50: number; readonly p90: number; readonly p99: number } | null;
}

/** Share of past periods at or below a quantile: over all windows, and in the windows with the lowest and the highest share. */
export interface CalibrationLevel {
  readonly level: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly periods: number;
}

/** A day of the window. */
export interface WindowDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Names of the day in the calendar. */
  readonly names: readonly string[];
  readonly off: boolean;
  readonly p50: number;
  readonly p90: number;
  /** Probability that the peak of the window falls on it. */
  readonly probability: number;
  /** Factor of holidays and of the days around them; null where no regression explains days. */
  readonly factor: number | null;
}

/** Content of a report on announced events without a series. */
export interface LaunchReport {
  readonly document: ForecastDocument;
  /** Announced events, as the document has them. */
  readonly launches: readonly LaunchPicture[];
}

/** Content of a report beside `forecast.json`: the evidence. */
export interface ForecastReport extends LaunchReport {
  readonly step: 'day' | 'hour';
  readonly seed: number;
  /** The last periods before the window. */
  readonly tail: PeriodLine;
  /** Values 52 weeks before the tail of the history and the window. */
  readonly yearBefore: PeriodLine;
  /** The last year: highest day and means of the highest (ITU-T E.500). */
  readonly lastYear: {
    readonly highest: number;
    readonly top5: number;
    readonly top30: number;
    readonly p95: number;
    readonly mean: number;
  };
  readonly bins: readonly PeakBin[];
  readonly components: DayComponents | null;
  readonly holidays: readonly HolidayPast[];
  /** What makes the likeliest day of the peak differ from a usual one, the strongest first. */
  readonly drivers: readonly DayDriver[];
  /** The rarest meeting of strong effects among the likeliest days; null where none meet. */
  readonly coincidence: Coincidence | null;
  readonly backtest: readonly BacktestRow[];
  readonly calibration: readonly CalibrationLevel[];
  readonly days: readonly WindowDay[];
  readonly members: readonly { readonly name: string; readonly weight: number; readonly error: number | null }[];
}
