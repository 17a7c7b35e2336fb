import { describe, expect, it } from 'vitest';
import { detectedAt } from '../../../../models/measurement/faults/detected-at.ts';
import { faultEffects } from '../../../../models/measurement/faults/fault-effects.ts';
import { recoveredAt } from '../../../../models/measurement/faults/recovered-at.ts';
import type { JourneySeries, SampleSeries } from '../../../../models/measurement/folded-run.ts';
import { bucketOf } from '../../../../models/workload/log/histogram.ts';
import type { PlannedFault, RecoveryLimit } from '../../../../models/workload/surge/fault.ts';
import { openSurge, profile } from '../../made-surge.ts';

/** Answers of 100 ms, `n(second)` of them each second. */
const series = (outcome: string, n: (second: number) => number, clock: 0 | 1 = 1) => ({
  ...{ outcome, phase: 'surge', judged: true, clock, count: 0 },
  seconds: new Map(
    Array.from({ length: 60 }, (_, second) => [second, n(second)] as const)
      .filter(([, count]) => count > 0)
      .map(([second, count]) => [second, Uint32Array.of(bucketOf(100), count)]),
  ),
});
const pay = (...args: Parameters<typeof series>): SampleSeries => ({ step: 'pay', ...series(...args) });

const within = (from: number, to: number) => (second: number) => second >= from && second < to;
const broken = within(10, 30);
const fault: PlannedFault = {
  title: 'dark',
  from: 10,
  to: 30,
  cutSeconds: 3_600,
  action: { kind: 'partition', between: 'app-ledger', direction: 'both', share: 1 },
};
const recovery: RecoveryLimit = { withinSeconds: 60, success: 0.99, stableSeconds: 20 };
const done = { title: 'dark', planned: { from: 10, to: 30 }, began: 10.02, ended: 30.01, problem: null };
const journeys: JourneySeries[] = [{ journey: openSurge.journeys[0]!.name, ...series('failed', (second) => (broken(second) ? 1 : 0)) }];
const folded = {
  seconds: 60,
  journeys,
  samples: [
    pay('ok', (second) => (broken(second) ? 0 : 10)),
    pay('failed', (second) => (broken(second) ? 10 : 0)),
    pay('unfinished', (second) => (second === 59 ? 5 : 0)),
    pay('failed', () => 99, 0),
  ],
};
const configuration = { surge: openSurge, profile: { ...profile, arrivalSeconds: 60, faults: [fault], recovery } };

describe('what faults did', () => {
  it('is their blast, when clients could tell, and the recovery, in the original time', () => {
    const found = faultEffects(folded, configuration, [done])!;
    const [effect] = found.effects;
    // Ten failures come in second 10, of which clients know at its end.
    expect(effect).toMatchObject({
      from: 10.02,
      to: 30.01,
      wasDone: true,
      detectedAfter: expect.closeTo(0.98, 9),
      failureP95: expect.closeTo(100, -1),
    });
    expect(effect!.originalSeconds).toBeCloseTo(3_619.99, 9);
    expect(effect!.steps.find(({ name }) => name === 'pay')).toMatchObject({ attempts: 210, failed: 200 });
    expect(effect!.journeys[0]).toMatchObject({ attempts: 20, failed: 20 });
    // The first whole second after the fault; from the first sign of it 20 s, and the hour that was cut out.
    expect(found).toMatchObject({
      recoveredAfter: expect.closeTo(0.99, 9),
      requestsAfter: 300,
      disruptedSeconds: expect.closeTo(3_620, 9),
    });
  });

  it('is nothing without faults, and unknown when nobody noted them or they were not there', () => {
    expect(faultEffects(folded, { surge: openSurge, profile }, null)).toBeNull();
    const unknown = faultEffects(folded, configuration, null)!;
    expect(unknown).toMatchObject({
      recoveredAfter: null,
      disruptedSeconds: null,
      effects: [{ wasDone: false, from: 10, to: 30, detectedAfter: null }],
    });
    const never = { ...done, began: null, ended: null, problem: 'It could not be begun: no.' };
    expect(faultEffects(folded, configuration, [never])).toMatchObject({
      recoveredAfter: null,
      effects: [{ wasDone: false, problem: never.problem }],
    });
  });

  it('shows no recovery of five minutes in a run of one, and no sign where nothing failed', () => {
    const { recovery: _, ...usual } = configuration.profile;
    const calm = { ...folded, samples: [pay('ok', () => 10)] };
    expect(faultEffects(calm, { surge: openSurge, profile: usual }, [done])).toMatchObject({
      recoveredAfter: null,
      stableSeconds: 300,
      effects: [{ detectedAfter: null, failureP95: null }],
    });
  });
});

describe('a recovery', () => {
  const counts = (failed: (second: number) => number) => ({
    requests: new Float64Array(60).fill(10),
    beyond: Float64Array.from({ length: 60 }, (_, second) => failed(second)),
  });
  const rule = { success: 0.99, stableSeconds: 20 };

  it('begins where 99 % succeed for the whole time', () => {
    // 2 of 200 requests may fail; three fail each second until second 35.
    expect(
      recoveredAt(
        counts((second) => (second < 35 ? 3 : 0)),
        30,
        60,
        rule,
      ),
    ).toBe(35);
    expect(
      recoveredAt(
        counts((second) => (second === 45 ? 3 : 0)),
        30,
        60,
        rule,
      ),
    ).toBeNull();
  });

  it('cannot be told from too few requests, nor when every one has to succeed and one fails', () => {
    expect(recoveredAt({ requests: new Float64Array(60).fill(1), beyond: new Float64Array(60) }, 30, 60, rule)).toBeNull();
    expect(
      recoveredAt(
        counts(() => 0),
        30.2,
        60,
        { ...rule, success: 1 },
      ),
    ).toBe(31);
  });
});

it('a few failures among many are no sign of an outage', () => {
  const all = new Float64Array(20).fill(100);
  expect(detectedAt({ all, failed: new Float64Array(20).fill(9) }, 5, 20)).toBeNull();
  expect(detectedAt({ all, failed: new Float64Array(20).fill(11) }, 5, 20)).toBe(6);
  expect(detectedAt({ all: new Float64Array(20).fill(1), failed: new Float64Array(20).fill(1) }, 5, 20)).toBe(10);
});
