import { describe, expect, it } from 'vitest';
import type { RunFile } from '../../../../models/results/run.ts';
import type { VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { type FinalBlock, finalBlock } from '../../../../scripts/terminal/result/final-block.ts';
import { budgetsOf } from '../../../models/made-surge.ts';
import { configured, erring, healthy, inputOf, log, minute, open, STORY, story } from '../../../models/verdict/runs.ts';

function blockOf(lines: readonly MeasurementLine[], over: Partial<FinalBlock> = {}, judged: Parameters<typeof inputOf>[1] = {}): string[] {
  const input = inputOf(lines, judged);
  const block = {
    verdict: judge(input),
    run: input.run,
    polling: undefined,
    folder: '/runs/r1',
    next: 'surgeproof rehearse smoke --nodes 5',
    width: 80,
    colour: false,
  };
  return finalBlock({ ...block, ...over });
}

const slow = log(() => story([{ step: 'pay', ms: 9_000 }]));
const broken = erring(
  log(() => [{ step: 'open-app', ms: 2, outcome: 'rejected' }]),
  [2, 'HTTP 404', 'unclear', 100],
);

describe('the final block', () => {
  it('says the verdict, then what to do', () => {
    const lines = blockOf(slow);
    expect(lines[1]).toBe('✗ FAIL  “Pay” took 8.99 s at p95 (budget 1 s) while 100 people waited in');
    expect(lines[2]).toBe('        the queue.');
    expect(lines[3]).toMatch(/^ {2}Add nodes \(--nodes\) or admit fewer people per second/);
  });

  it('shows every step against its budget, those that failed first', () => {
    const lines = blockOf(slow);
    const table = lines.slice(lines.findIndex((line) => line.startsWith('  step')));
    expect(table[0]).toMatch(/step +count +p50 +p95 +p95 limit +p99 +errors$/);
    expect(table[1]).toMatch(/^✗ pay +6,000 +8\.99 s +8\.99 s +1 s +8\.99 s +0 %$/);
    expect(table[2]).toMatch(/^✓ queue-join +6,000 +100 ms +100 ms +1 s +100 ms +0 %$/);
    expect(table.filter((line) => line.startsWith('✓'))).toHaveLength(8);
  });

  it('shows steps that fail, steps behind them that were never made, and steps without a budget', () => {
    const lines = blockOf(broken, {}, { configuration: open() });
    expect(lines.find((line) => line.startsWith('✗ open-app'))).toMatch(/6,000 +– +– +1 s +– +100 %$/);
    expect(lines).toContain('  7 steps were not reached: login, identity-send, identity-confirm, register-ca…');
    const missing = blockOf(log(() => story().filter(({ step }) => step !== 'pay')));
    expect(missing.find((line) => line.startsWith('? pay'))).toMatch(/0 +– +– +1 s +– +–$/);
    const unlimited = blockOf(healthy(), {}, { configuration: open({ budgets: { steps: {}, journeys: {} } }) });
    expect(unlimited.find((line) => line.startsWith('✓ pay'))).toMatch(/6,000 +100 ms +100 ms +– +100 ms +0 %$/);
  });

  it('shows a step of which all is advisory last and without a mark', () => {
    const rare = configured({ budgets: budgetsOf(['cancel', ...STORY]) });
    const table = blockOf(healthy(), {}, { configuration: rare });
    expect(table[table.findIndex((line) => line.startsWith('Trust')) - 2]).toMatch(/^ {2}cancel +0 +–/);
  });

  it('says in one place whether the run can be trusted', () => {
    const trust = (lines: readonly string[]): string =>
      lines
        .slice(lines.findIndex((line) => line.startsWith('Trust')))
        .join(' ')
        .replace(/\s+/g, ' ');
    expect(trust(blockOf(healthy()))).toContain('The load generator kept up; the measurements can be trusted.');
    expect(trust(blockOf(healthy(), {}, { generator: minute({ cpu: 1.95 }) }))).toMatch(
      /cannot be trusted\. The load generator used 97\.5 % of/,
    );
    const careful = trust(blockOf(healthy(), {}, { generator: minute({ cpu: 1.6, openFiles: 17_000 }) }));
    expect(careful).toMatch(/with care\. The load generator used 80 %/);
    expect(careful).toMatch(/[^.] \(and 1 more in the report\)\./);
  });

  it('says how people in the queue were polled, where that is known', () => {
    const text = (over: Partial<FinalBlock>): string => blockOf(healthy(), over).join(' ').replace(/\s+/g, ' ');
    expect(text({ polling: { line: 'native', because: null } })).toContain(
      'can be trusted. People in the queue were polled in Go, by the native line.',
    );
    expect(text({ polling: { line: 'typescript', because: 'k6' } })).toContain('in TypeScript, since this k6 has no native line.');
    expect(text({})).not.toContain('polled');
  });

  it('ends with where the report is and what to type next', () => {
    expect(blockOf(healthy()).slice(-2)).toEqual(['Report  /runs/r1/report.html', 'Next    surgeproof rehearse smoke --nodes 5']);
  });

  it.each([48, 80])('fits %d columns, with at most 14 rows', (width) => {
    const input = inputOf(slow);
    const steps: RunFile['steps'] = Array.from({ length: 30 }, (_, i) => ({
      ...input.run.steps[0]!,
      step: `a-step-with-a-long-name-${i}`,
    }));
    const lines = finalBlock({
      ...{ verdict: judge(input), run: { ...input.run, steps }, polling: undefined, folder: '/r', next: 'x', width, colour: false },
    });
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
    expect(lines.find((line) => line.includes('more in the report'))).toBe('  and 25 more in the report');
    expect(lines.some((line) => line.includes('8.99 s') && line.includes('1 s'))).toBe(true);
  });

  it('makes hostile text of a target harmless', () => {
    const hostile: VerdictFile = { ...judge(inputOf(healthy())), headline: 'a\u001b[2Jb', findings: ['\u001b]0;owned\u0007x'] };
    const lines = blockOf(healthy(), { verdict: hostile, run: { ...inputOf(healthy()).run, steps: [] } });
    expect(lines.join('')).not.toContain('\u001b');
    expect(blockOf(healthy(), { colour: true }).join('')).toContain('\u001b[32m');
  });
});
