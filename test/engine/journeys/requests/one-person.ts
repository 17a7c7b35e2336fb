import { bucketOf } from '../../../../models/workload/log/histogram.ts';
import { type FakeAnswer, type FakeRequest, serve } from '../../../fakes/k6/http.ts';
import { everybody, type Log, type Run, virtualRun } from '../../virtual-run.ts';

/** One person, straight into the journey. */
export function one(run: Run, options: Parameters<typeof virtualRun>[0] = {}): Promise<Log> {
  const profile = { arrivalSeconds: 1, drainSeconds: 40, ...options.profile };
  return virtualRun({ ...options, journeys: everybody(run), target: { waitingRoom: null, ...options.target }, profile });
}

/** Answers by path; everything else is 200. Keeps what was asked. */
export function service(answers: Readonly<Record<string, FakeAnswer | ((request: FakeRequest) => FakeAnswer)>>): FakeRequest[] {
  const asked: FakeRequest[] = [];
  serve((request) => {
    asked.push(request);
    const answer = answers[request.path.replace(/\?.*/, '')] ?? { status: 200, body: { ok: true } };
    return typeof answer === 'function' ? answer(request) : answer;
  });
  return asked;
}

/** Whether a bucket of the log is that of a time, or beside it. */
export const near = (bucket: number | undefined, ms: number): boolean => Math.abs((bucket ?? 0) - bucketOf(ms)) <= 1;

/** Nobody tries again. */
export const never = { probability: 0, maxRetries: 0, quickRetries: 0, quickLow: 0, quickHigh: 0, slowMedian: 1, slowP95: 1 };
