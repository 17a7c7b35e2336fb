import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import { parseMeasurementLine } from '../../../../models/measurement/lines/parse-line.ts';
import { benchProfile } from '../../../../scripts/bench/harness/bench-profile.ts';
import { BENCH_SURGE } from '../../../../scripts/bench/harness/bench-run.ts';
import { madeLog } from '../../../../scripts/bench/log/made-log.ts';
import { lineDigest } from '../../../../scripts/run-folder/line-digest.ts';

const PROFILE = benchProfile({ people: 400, seconds: 20, hosts: 8, drainSeconds: 20 });
const RUN = { surge: BENCH_SURGE, profile: PROFILE, seconds: 40, people: 400, requests: 5, startedAt: 0 };

describe('madeLog', () => {
  const fold = createFold();
  for (const text of madeLog(RUN)) fold.add(parseMeasurementLine(text, lineDigest));
  const folded = fold.result();

  it('is a log without problems, complete, of the asked length', () => {
    expect(folded.problems.count).toBe(0);
    expect([folded.ended, folded.seconds, folded.silentSeconds]).toEqual(['complete', 40, 0]);
  });

  it('lets everybody in once: 400 tickets, all different', () => {
    expect(folded.users).toEqual({ arrived: 400, finished: 400, gaveUp: 0, failed: 0, inLine: 0, active: 0 });
    expect(new Set(folded.admissions.map(({ ticket }) => ticket)).size).toBe(400);
  });

  it('holds 5 requests of each of 8 steps, on 8 VUs, in each of 40 seconds, besides those that failed', () => {
    const ok = folded.samples.filter(({ outcome, clock }) => outcome === 'ok' && clock === 1);
    expect(ok.reduce((sum, { count }) => sum + count, 0)).toBe(5 * 8 * 8 * 40);
  });
});
