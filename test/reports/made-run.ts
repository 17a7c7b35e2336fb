import { randomFrom } from '../../models/workload/users/random.ts';
import type { ReportInput } from '../../reports/run/report-input.ts';
import { madeFiles } from './made-files.ts';
import { madeSeries } from './made-series.ts';

/** What a made-up run looks like; the defaults are a launch that goes well. */
export interface Made {
  readonly seconds: number;
  readonly people: number;
  /** One node: registrations collapse. */
  readonly collapses: boolean;
  /** Nobody arrived, nothing was measured. */
  readonly empty: boolean;
  /** Every request failed. */
  readonly allErrors: boolean;
  /** Stands for the step `register-card`, in names and titles. */
  readonly stepName: string;
  readonly cause: string;
}

const GOES_WELL: Made = {
  seconds: 290,
  people: 41_300,
  collapses: false,
  empty: false,
  allErrors: false,
  stepName: 'register-card',
  cause: 'HTTP 503',
};

/** A whole report input of a run that never happened, with the shapes of a real one. The same options give the same run. */
export function madeReport(options: Partial<Made> = {}): ReportInput {
  const made = { ...GOES_WELL, ...options };
  const series = madeSeries(made, randomFrom(20_261_122));
  return { series, ...madeFiles(made, series) };
}
