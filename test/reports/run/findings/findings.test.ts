import { describe, expect, it } from 'vitest';
import { announcedFinding } from '../../../../reports/run/findings/announced-finding.ts';
import { auditFinding } from '../../../../reports/run/findings/audit-finding.ts';
import { fairnessFinding } from '../../../../reports/run/findings/fairness-finding.ts';
import { findingsOf } from '../../../../reports/run/findings/findings.ts';
import { latencyFinding } from '../../../../reports/run/findings/latency-finding.ts';
import { percentileFinding } from '../../../../reports/run/findings/percentile-finding.ts';
import { surgeFinding } from '../../../../reports/run/findings/surge-finding.ts';
import { trustFinding } from '../../../../reports/run/findings/trust-finding.ts';
import { madeReport } from '../../made-run.ts';

const good = madeReport();
const bad = madeReport({ collapses: true });

// The numbers in these sentences are those of the made-up run: its peak, its breach, its sample of people.
describe('findings', () => {
  it('say that payments stayed fast when only registration was slow', () => {
    expect(latencyFinding(bad.series)).toMatch(
      /^Payments stayed fast while the queue was full, but card registration \(register-card\) was over its p95 budget for 4 min/,
    );
  });

  it('say that every journey kept its budget when it did', () => {
    expect(latencyFinding(good.series)).toBe('Every journey stayed within its p95 budget while the queue was full');
  });

  it('do not claim that payments stayed fast when they did not', () => {
    const latency = bad.series.latency.map((one) => ({
      ...one,
      steps: one.steps.map((step) => ({ ...step, breachSeconds: 12, breaches: [{ from: 0, to: 12 }] })),
    }));
    expect(latencyFinding({ ...bad.series, latency })).not.toContain('Payments stayed fast');
  });

  it('tell the peak of the line and when it was empty again', () => {
    const peak = good.series.surge.peak!;
    expect(surgeFinding(good.series, good.run.arrivals)).toMatch(
      new RegExp(
        `^${peak.waiting.toLocaleString('en')} people waited at once at 10:00:${peak.at} KST, ${peak.at} s after the start; the line was empty 3 min`,
      ),
    );
  });

  it('tell how many were left when the line never emptied', () => {
    expect(surgeFinding(bad.series, bad.run.arrivals)).toMatch(/; [\d,]+ were still in line at the end$/);
  });

  it('blame the generator when it could not start the arrivals', () => {
    expect(surgeFinding(good.series, { scheduled: 1000, started: 900 })).toBe(
      'Only 90 % of the 1,000 scheduled people were started: the generator could not keep up',
    );
  });

  it('name an interruption before anything else', () => {
    expect(trustFinding({ ...good.run, interruption: 'target-died' }, good.verdict)).toBe('The target died during the run');
  });

  it('distrust a run whose validity check failed, and one whose check could not be made', () => {
    const [first] = good.verdict.validity;
    const judged = (verdict: 'INVALID' | 'INCONCLUSIVE') => trustFinding(good.run, { ...good.verdict, validity: [{ ...first!, verdict }] });
    expect(judged('INVALID')).toBe('Do not trust these numbers yet: 1 of 1 validity checks did not hold');
    expect(judged('INCONCLUSIVE')).toBe('Trust these numbers with care: 1 of 1 validity checks could not be made');
  });

  it('compare what users felt with what the service took at the largest percentile', () => {
    expect(percentileFinding(bad.series.percentiles)).toMatch(/^In Card registration users felt 4 times the service time at p99\.95/);
    expect(percentileFinding(good.series.percentiles)).toMatch(/^Users felt what the service took/);
    expect(percentileFinding([])).toMatch(/^Too few requests/);
  });

  it('say in which direction the announced waits were wrong', () => {
    const people = [10, 20, 30].map((announced) => ({ lane: 'a', announced, real: announced * 2 }));
    expect(announcedFinding({ points: people, people: 3, within: 0, tolerance: 0.3 })).toBe(
      '0 % of 3 people waited as long as announced, give or take 30 %; the others mostly waited longer than announced',
    );
  });

  it('count the overtaken over all lanes', () => {
    const lane = { lane: 'a', admitted: 10, overtaken: 2, kendallTau: 0.9, points: [] };
    expect(fairnessFinding([lane, { ...lane, overtaken: 0 }])).toBe('2 of 20 people were overtaken by somebody who came later');
    expect(fairnessFinding([{ ...lane, overtaken: 0 }])).toBe('All 10 people were let in in the order they came');
  });

  it('never call an audit clean that was not done, looked at nothing or found something', () => {
    const audit = good.audit!;
    expect(auditFinding(null)).toMatch(/was not audited/);
    expect(auditFinding({ ...audit, done: false, reason: 'the ledger is gone' })).toBe('The audit could not be done: the ledger is gone');
    expect(auditFinding({ ...audit, checks: [] })).toBe('The audit looked at nothing');
    expect(auditFinding({ ...audit, checks: [{ ...audit.checks[0]!, violations: 3 }, audit.checks[1]!] })).toBe(
      '1 of 2 audit checks are violated, money-conserved 3 times',
    );
    expect(auditFinding(audit)).toMatch(/^The books balance/);
  });

  it('claim nothing about a run in which nothing was measured', () => {
    expect(findingsOf(madeReport({ empty: true }))).toMatchObject({
      surge: 'Nobody arrived: there was no surge',
      latency: 'No request was answered, so there is no latency to show',
      heat: 'No request was answered, so the heat map is empty',
      errors: 'No request was made',
      announced: 'Nobody was told a waiting time',
      fairness: 'Nobody was admitted, so nobody was overtaken',
      budgets: 'No budget was judged',
    });
  });

  it('say that all requests failed when they did', () => {
    expect(findingsOf(madeReport({ allErrors: true })).errors).toMatch(/^All 165,200 requests failed, most often/);
  });
});
