import { describe, expect, it } from 'vitest';
import { announcedFinding } from '../../../../reports/run/findings/announced-finding.ts';
import { auditFinding } from '../../../../reports/run/findings/audit-finding.ts';
import { budgetsFinding } from '../../../../reports/run/findings/budgets-finding.ts';
import { fairnessFinding } from '../../../../reports/run/findings/fairness-finding.ts';
import { failedSteps, findingsOf } from '../../../../reports/run/findings/findings.ts';
import { latencyFinding } from '../../../../reports/run/findings/over-time/latency-finding.ts';
import { peopleFinding } from '../../../../reports/run/findings/over-time/people-finding.ts';
import { percentileFinding } from '../../../../reports/run/findings/percentile-finding.ts';
import { surgeFinding } from '../../../../reports/run/findings/surge-finding.ts';
import { trustFinding } from '../../../../reports/run/findings/trust-finding.ts';
import { madeReport } from '../../made/run.ts';

const good = madeReport();
const bad = madeReport({ collapses: true });

// The numbers in these sentences are those of the made-up run: its peak, its breach, its sample of people.
describe('findings', () => {
  it('name the step that broke its limit and for how long', () => {
    expect(failedSteps(bad)).toEqual(['register']);
    expect(latencyFinding(bad.series, failedSteps(bad))).toMatch(/^Register a card was over its p95 limit in 3 min \d+ s of 3 min 46 s$/);
  });

  it('do not call a step broken that was over its limit for a moment and kept it over the run', () => {
    const [first, ...rest] = good.series.steps;
    const moment = { ...first!, over: { seconds: 2, judgedSeconds: 200, spans: [{ from: 20, to: 22 }] } };
    expect(latencyFinding({ steps: [moment, ...rest.map((step) => ({ ...step, over: null }))] }, [])).toBe(
      'Over the whole run every step kept its p95 limit; Join the queue was over its p95 limit in 2 s of 3 min 20 s',
    );
  });

  it('say when the queue was longest and when it was empty again', () => {
    const peak = good.series.surge.peak!;
    expect(peopleFinding(good.series, 'Asia/Seoul')).toMatch(
      new RegExp(
        `^${peak.waiting.toLocaleString('en')} people were in the queue at once at 10:00:${peak.at}, ${peak.at} s after the start; the queue was empty 3 min`,
      ),
    );
    expect(peopleFinding(good.series, 'UTC')).toContain(` at 01:00:${peak.at},`);
  });

  it('say how many were left when the queue never emptied, and speak of active people without one', () => {
    expect(peopleFinding(bad.series, 'UTC')).toMatch(/; [\d,]+ were still in it at the end$/);
    expect(peopleFinding(madeReport({ room: false }).series, 'UTC')).toMatch(/^At most [\d,]+ people were active at once/);
  });

  it('blame the generator when it could not start the arrivals', () => {
    expect(surgeFinding({ ...good.run, arrivals: { ...good.run.arrivals, scheduled: 1000, started: 900 } })).toBe(
      'Only 90 % of 1,000 scheduled people were started: the load generator could not keep up',
    );
  });

  it('name an interruption before anything else', () => {
    expect(trustFinding({ ...good.run, interruption: 'target-died' }, good.verdict)).toBe('The target died during the run');
  });

  it('distrust a run whose check failed, and one whose check could not be made', () => {
    const [first] = good.verdict.validity;
    const judged = (verdict: 'INVALID' | 'INCONCLUSIVE') => trustFinding(good.run, { ...good.verdict, validity: [{ ...first!, verdict }] });
    expect(judged('INVALID')).toBe('Do not trust these numbers: 1 of 1 check of the load generator and the target failed');
    expect(judged('INCONCLUSIVE')).toBe('Trust these numbers with care: 1 of 1 check could not be made');
  });

  it('compare response and service time at the largest usual percentile, and overlook what no clock sees', () => {
    expect(percentileFinding(bad.series.percentiles)).toMatch(/^Register a card: response time was 3.75 times the service time at p99\.9 /);
    expect(percentileFinding(good.series.percentiles)).toMatch(/^Response and service time agree/);
    const point = { quantile: 0.95, oneIn: 20 };
    const plot = { step: 'a', title: 'A', samples: 300, service: [{ ...point, ms: 1 }], response: [{ ...point, ms: 2.8 }] };
    expect(percentileFinding([plot])).toMatch(/^Response and service time agree/);
    expect(percentileFinding([])).toMatch(/^Too few requests/);
  });

  it('say in which direction the announced waits were wrong', () => {
    const people = [10, 20, 30].map((announced) => ({ lane: 'a', announced, real: announced * 2 }));
    expect(announcedFinding({ points: people, people: 3, within: 0, tolerance: 0.3 })).toBe(
      'The announced wait was right within 30 % for 0 % of 3 people; most of the others waited longer than announced',
    );
  });

  it('count the overtaken over all lanes', () => {
    const lane = { lane: 'a', admitted: 10, overtaken: 2, kendallTau: 0.9, points: [] };
    expect(fairnessFinding([lane, { ...lane, overtaken: 0 }])).toBe('2 of 20 people were overtaken by someone who joined later');
    expect(fairnessFinding([{ ...lane, overtaken: 0 }])).toBe('10 people were admitted in the order in which they joined');
  });

  it('never call an audit clean that was not done, checked nothing or found something', () => {
    const audit = good.audit!;
    expect(auditFinding({ ...audit, done: false, reason: 'the ledger is gone' })).toBe('The audit could not be done: the ledger is gone');
    expect(auditFinding({ ...audit, checks: [] })).toBe('The audit checked nothing');
    expect(auditFinding({ ...audit, checks: [{ ...audit.checks[0]!, violations: 3 }, audit.checks[1]!] })).toBe(
      '1 of 2 audit checks are violated, money-conserved 3 times',
    );
    expect(auditFinding(audit)).toMatch(/^The books balance/);
  });

  it('count broken limits, and otherwise name the closest', () => {
    expect(budgetsFinding(bad.verdict.criteria)).toMatch(/^\d+ of 26 limits were broken: the furthest is Register a card, failed$/);
    expect(budgetsFinding(madeReport({ room: false }).verdict.criteria)).toMatch(
      /^No limit was broken; Log in, p50 came closest, with 16 % of its limit left$/,
    );
  });

  it('claim nothing about a run in which nothing was measured', () => {
    expect(findingsOf(madeReport({ empty: true }))).toMatchObject({
      surge: 'No arrivals: nothing was sent',
      steps: 'No request was made',
      latency: 'No request was answered',
      heat: 'No request was answered',
      requests: 'No request was made',
      traffic: 'No answer was recorded',
      errors: 'No request was made',
      announced: 'No waiting time was announced',
      fairness: 'No one was admitted from the queue',
      budgets: 'No limit was judged',
    });
  });

  it('say nothing of a queue or of books where there are none', () => {
    expect(findingsOf(madeReport({ room: false }))).toMatchObject({ announced: null, fairness: null, audit: null });
  });

  it('say that all requests failed when they did, by the title of the step', () => {
    expect(findingsOf(madeReport({ allErrors: true })).errors).toMatch(
      /^All 248,213 requests failed, most often Ask for the place in the queue: no answer/,
    );
  });

  it('say that refusals were answers', () => {
    expect(findingsOf(madeReport({ refused: true, room: false })).latency).toBe(
      'Every answer was a refusal or a failure: these are their times',
    );
  });
});
