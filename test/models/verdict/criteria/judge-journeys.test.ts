import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { JourneyBudget } from '../../../../models/workload/surge/budget.ts';
import { budgetsOf, profile } from '../../made-surge.ts';
import { configured, endingWith, erring, healthy, inputOf, leaving, log, STORY, story } from '../runs.ts';

const asked: JourneyBudget = { p50: 10_000, p95: 20_000, p99: null, servedShare: 0.95 };
const withJourneys = (journeys: Readonly<Record<string, JourneyBudget>>, over: Partial<typeof profile> = {}) =>
  configured({ budgets: { ...budgetsOf(STORY), journeys }, profile: { ...profile, ...over } });
const of = (file: VerdictFile, id: string): CriterionResult | undefined => file.criteria.find((one) => one.id === id);
const pays = (ms: number, n: number) => ({ journey: 'qr-payment', ms, n });
const registers = { journey: 'register-card', ms: 5_000, n: 50 };

describe('budgets of journeys', () => {
  const configuration = withJourneys({ 'qr-payment': asked });

  it('judge the time of people who finished, and the share of people who did', () => {
    const file = judge(inputOf(leaving(healthy(), [registers, pays(8_000, 50)]), { configuration }));
    expect(of(file, 'journeys.qr-payment.p50')).toMatchObject({ kind: 'journey', title: 'Pay at a shop', samples: 3_000, verdict: 'PASS' });
    expect(of(file, 'journeys.qr-payment.served')).toMatchObject({ value: 1, limit: 0.95, samples: 3_000, verdict: 'PASS' });
    expect(of(file, 'journeys.qr-payment.p99')).toBeUndefined();
    expect(file.verdict).toBe('PASS');
  });

  it('fail when people take too long', () => {
    const file = judge(inputOf(leaving(healthy(), [registers, pays(30_000, 50)]), { configuration }));
    expect(file).toMatchObject({
      verdict: 'FAIL',
      headline: expect.stringMatching(
        /^The journey “Pay at a shop” took \d+(\.\d)? s at p95 \(budget 20 s\) while 100 people waited in the queue\.$/,
      ),
      advice: 'Add nodes (--nodes) or admit fewer people per second, and rehearse again with the same seed.',
    });
  });

  it('count people who gave up, in any phase, as not served', () => {
    const people = [registers, pays(8_000, 40), { ...pays(900, 10), outcome: 'failed' as const }];
    const warmUp = [{ name: 'warm-up', from: 0, judged: false }];
    const file = judge(inputOf(leaving(healthy(), people), { configuration: withJourneys({ 'qr-payment': asked }, { phases: warmUp }) }));
    expect(of(file, 'journeys.qr-payment.served')).toMatchObject({ value: 0.8, samples: 3_000, verdict: 'FAIL' });
    expect([file.headline, ...file.findings]).toContainEqual(
      expect.stringContaining('80 % of 3,000 people completed the journey “Pay at a shop” (at least 95 % required)'),
    );
  });

  it('count people who are still inside at the end as not served', () => {
    const still = endingWith(leaving(healthy(), [registers, pays(8_000, 40)]), {
      arrived: 6_000,
      finished: 5_400,
      inLine: 500,
      active: 100,
    });
    const file = judge(inputOf(still, { configuration }));
    // 3,000 registered, 2,400 paid, so the 600 people inside are paying.
    expect(of(file, 'journeys.qr-payment.served')).toMatchObject({ value: 0.8, samples: 3_000, verdict: 'FAIL' });
    expect(file.advice).toBe(
      'People were still in the queue or inside when the run ended: give them more time (`drain`), or add nodes (--nodes) or admit fewer people per second, and rehearse again with the same seed.',
    );
  });

  it('advise on the errors where requests failed', () => {
    const people = [registers, pays(8_000, 40), { ...pays(900, 10), outcome: 'failed' as const }];
    const payments = story([
      { step: 'pay', ms: 100, n: 97 },
      { step: 'pay', ms: 5, n: 3, outcome: 'rejected' },
    ]);
    const failing = leaving(
      erring(
        log(() => payments),
        [9, 'HTTP 404', 'unclear', 3],
      ),
      people,
    );
    const file = judge(inputOf(failing, { configuration }));
    expect([file.headline, file.advice]).toEqual([
      '80 % of 3,000 people completed the journey “Pay at a shop” (at least 95 % required) while 100 people waited in the queue.',
      'Check the paths and accounts of the surge file, then rehearse again.',
    ]);
  });

  it('name the reason why people gave up, which is no failed request', () => {
    const people = [registers, pays(8_000, 40), { ...pays(900, 10), outcome: 'failed' as const }];
    const soldOut = erring(leaving(healthy(), people), [9, 'gave up: sold out', 'unclear', 9], [9, 'gave up: too late', 'unclear', 1]);
    const file = judge(inputOf(soldOut, { configuration }));
    expect(file.findings).toEqual(['The most frequent reason to give up is “sold out”: 540 people.']);
    expect(file.advice).toContain('Add nodes');
  });

  it('are INCONCLUSIVE when no one finished, unless hardly anyone was to come', () => {
    const file = judge(inputOf(healthy(), { configuration: withJourneys({ 'qr-payment': { ...asked, servedShare: null } }) }));
    expect(of(file, 'journeys.qr-payment.p95')).toMatchObject({ value: null, because: 'not-measured' });
    expect(file).toMatchObject({
      verdict: 'INCONCLUSIVE',
      headline: 'The journey “Pay at a shop” was not measured: no one completed it in the judged phases.',
    });
    const nobodyCame = endingWith(healthy(), { arrived: 0 });
    const few = withJourneys({ 'qr-payment': asked }, { arrivals: { shape: 'constant', rate: 0.1 } });
    expect(of(judge(inputOf(nobodyCame, { configuration: few })), 'journeys.qr-payment.served')).toMatchObject({
      value: null,
      advisory: true,
    });
  });

  it('name the journey when it has too few people', () => {
    const file = judge(
      inputOf(leaving(healthy(), [registers, pays(8_000, 2)]), {
        configuration: withJourneys({ 'qr-payment': { ...asked, servedShare: null } }),
      }),
    );
    expect(file.headline).toBe('The p95 of the journey “Pay at a shop” has only 120 samples, fewer than ten beyond p95.');
  });
});
