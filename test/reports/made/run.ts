import { randomFrom } from '../../../models/workload/users/random.ts';
import type { ReportInput } from '../../../reports/run/input/report-input.ts';
import { madeFiles } from './files.ts';
import { madeSeries } from './series.ts';

/** What a made-up run looks like; the defaults are a launch behind a waiting room that goes well. */
export interface Made {
  readonly seconds: number;
  readonly people: number;
  /** One node: registrations collapse. */
  readonly collapses: boolean;
  /** Nobody arrived, nothing was measured. */
  readonly empty: boolean;
  /** No request was answered. */
  readonly allErrors: boolean;
  /** Every request was answered with 404. */
  readonly refused: boolean;
  /** Whether there is a waiting room. */
  readonly room: boolean;
  /** Steps of the journeys. */
  readonly steps: number;
  /** Name and title of the step that may collapse. */
  readonly stepName: string;
  readonly cause: string;
}

const GOES_WELL: Made = {
  ...{ seconds: 290, people: 41_300, collapses: false, empty: false, allErrors: false, refused: false, room: true, steps: 3 },
  stepName: 'register',
  cause: 'HTTP 503',
};

/** A whole report input of a run that never happened, with the shapes of a real one. The same options give the same run. */
export function madeReport(options: Partial<Made> = {}): ReportInput {
  const made = { ...GOES_WELL, ...options };
  const series = madeSeries(made, randomFrom(20_261_122));
  return { series, ...madeFiles(made, series), timeZone: 'Asia/Seoul' };
}
