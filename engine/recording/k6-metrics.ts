import { Rate, Trend } from 'k6/metrics';
import { STEPS } from '../../models/workload/surge/step.ts';
import { RESPONSE_TIME, STEP_FAILED } from '../../models/workload/surge/thresholds.ts';
import type { RequestListener } from './book.ts';

/** Feeds k6's own metrics, for people who run a scenario by hand; to be called while a scenario is loaded. */
export function k6Metrics(): RequestListener {
  const responseTime = new Trend(RESPONSE_TIME, true);
  const stepFailed = new Rate(STEP_FAILED);
  const tags = STEPS.map(({ name }) => ({ step: name }));
  return (step, response, failed) => {
    responseTime.add(response, tags[step]);
    stepFailed.add(failed, tags[step]);
  };
}
