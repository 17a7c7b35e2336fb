import { Rate, Trend } from 'k6/metrics';
import type { Step } from '../../models/workload/surge/surge.ts';
import { RESPONSE_TIME, STEP_FAILED } from '../../models/workload/surge/thresholds.ts';
import type { RequestListener } from './book.ts';

/** Feeds k6's own metrics, for people who run a script by hand; to be called while the script is loaded. */
export function k6Metrics(steps: readonly Step[]): RequestListener {
  const responseTime = new Trend(RESPONSE_TIME, true);
  const stepFailed = new Rate(STEP_FAILED);
  const tags = steps.map(({ name }) => ({ step: name }));
  return (step, response, failed) => {
    responseTime.add(response, tags[step]);
    stepFailed.add(failed, tags[step]);
  };
}
