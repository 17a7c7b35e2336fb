import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { MeasurementLine, SecondLine } from '../../../../models/workload/log/measurement-log.ts';
import { profile } from '../../made-surge.ts';
import { nobody } from '../../measurement/lines.ts';
import { configured, endingWith, erring, healthy, inputOf, log, minute, seconds, story } from '../runs.ts';

const find = (file: VerdictFile, name: string): CriterionResult | undefined => file.validity.find(({ id }) => id === `validity.${name}`);
/** The bucket of 1 ms is 1280, of 512 ms 9 octaves of 128 cells higher, of 128 ms 7, of 64 ms 6. */
const at512 = 1280 + 9 * 128;
const at128 = 1280 + 7 * 128;
const busy = (cpu: number, openFiles: number | null = 200) => minute({ cpu, openFiles });

describe('validity', () => {
  it('comes before every verdict: an unfit generator proves neither a pass nor a failure', () => {
    const slow = log(() => story([{ step: 'pay', ms: 9_000 }]));
    const file = judge(inputOf(slow, { generator: busy(1.95) }));
    expect(file.verdict).toBe('INVALID');
    // 1.95 of 2 cores.
    expect(file.headline).toBe('The load generator used 97.5 % of the CPU of this machine (limit 90 %).');
    expect(file.advice).toContain('says nothing about the target');
  });

  it.each([
    ['arrivals-started', { started: 98 }, 'INVALID', 0.98],
    ['arrivals-started', { started: 99 }, 'PASS', 0.99],
    ['on-time-starts', { startLag: [1280, 89, at128 - 1280, 11] }, 'INVALID', 0.89],
    ['on-time-starts', { startLag: [1280, 95, at128 - 1280, 5] }, 'WARN', 0.95],
    ['on-time-starts', { startLag: [1280, 99, at128 - 1280, 1] }, 'PASS', 0.99],
    ['start-lag', { startLag: [1280, 95, at512 - 1280, 5] }, 'INVALID', 514],
    ['loop-lag', { loopLag: [1280, 95, at512 - 1280, 5] }, 'INVALID', 514],
    ['loop-lag', { loopLag: [1280, 95, at128 - 1280, 5] }, 'WARN', 128.5],
    ['users-accounted', { users: { ...nobody, arrived: 7, finished: 4 } }, 'PASS', 0],
  ] as const)('%s with %j is %s', (name, change, verdict, value) => {
    const file = judge(inputOf(seconds(healthy(), () => change as Partial<SecondLine>)));
    expect(find(file, name)).toMatchObject({ verdict, value });
    expect(file.verdict).toBe(verdict === 'INVALID' ? 'INVALID' : verdict);
  });

  it('does not let a late generator sound like a value beyond its limit, nor like a slow target', () => {
    const file = judge(inputOf(seconds(healthy(), () => ({ startLag: [1280, 95, at128 - 1280, 5] }))));
    expect(file.headline).toContain('only 95 % of the arrivals started within 25 ms of their time (99 % expected, at least 90 % required)');
    expect(file.advice).toBe('Repeat the run while fewer other programs use this machine: the load generator was close to its limit.');
  });

  it('is INVALID when someone is not accounted for at the end', () => {
    const lost = healthy().map(
      (line): MeasurementLine => (line.surgeproof === 'end' ? { ...line, users: { ...nobody, arrived: 6_000, finished: 5_990 } } : line),
    );
    expect(judge(inputOf(lost)).headline).toBe('The counts of people do not add up: 10 are not accounted for.');
  });

  it('is INVALID when k6 died, also when no one noticed, but not when it was stopped or lost its target', () => {
    const cut = healthy().slice(0, -1);
    expect(judge(inputOf(cut, { interruption: 'generator-died' })).headline).toBe('The load generator (k6) ended before the run was over.');
    const panic = 'panic: runtime error: index out of range [5] with length 3';
    expect(judge({ ...inputOf(cut, { interruption: 'generator-died' }), panic }).headline).toBe(
      `The load generator (k6) ended before the run was over: ${panic}.`,
    );
    expect(judge(inputOf(cut)).verdict).toBe('INVALID');
    const killed = judge(inputOf(cut, { interruption: 'killed' }));
    expect(killed).toMatchObject({ verdict: 'INVALID', headline: 'Surgeproof was killed before the run was over.' });
    expect(killed.advice).toContain('Find out what ended surgeproof');
    expect(find(killed, 'generator-finished')?.verdict).toBe('PASS');
    expect(judge(inputOf(cut, { interruption: 'signal' })).verdict).toBe('INCONCLUSIVE');
    expect(judge(inputOf(cut, { interruption: 'target-died' })).verdict).toBe('FAIL');
    expect(judge(inputOf([])).verdict).toBe('INVALID');
  });

  it('is INVALID without arrivals, unless the run was stopped before anyone came', () => {
    const empty = seconds(healthy(), () => ({ scheduled: 0, started: 0, startLag: [], samples: [] })).slice(0, 3);
    expect(find(judge(inputOf(empty)), 'arrivals-started')).toMatchObject({ verdict: 'INVALID', value: null });
    const stopped = judge(inputOf(empty, { interruption: 'signal' }));
    expect(stopped.verdict).toBe('INCONCLUSIVE');
    expect(stopped.headline).toMatch(/^The run was stopped after \d seconds?, before it could show everything\.$/);
  });

  it('is INVALID when a VU is missing or silent', () => {
    expect(find(judge(inputOf(healthy(), { configuration: configured({ profile: { ...profile, hosts: 2 } }) })), 'hosts')).toMatchObject({
      verdict: 'INVALID',
      value: 1,
      limit: 2,
    });
    const without = (gone: (s: number) => boolean): MeasurementLine[] =>
      healthy().filter((line) => line.surgeproof !== 'second' || !gone(line.second));
    expect(find(judge(inputOf(without((s) => s === 30))), 'silent-seconds')).toMatchObject({ verdict: 'WARN', value: 1 });
    expect(find(judge(inputOf(without((s) => s > 30 && s < 35))), 'silent-seconds')).toMatchObject({
      verdict: 'INVALID',
      value: 4,
      limit: 1,
    });
  });

  it('is INVALID when the target is another one, and WARN when it does not say', () => {
    const other = judge(inputOf(healthy(), { targetIdentity: 'different' }));
    expect(other).toMatchObject({
      headline: 'The target is not the one that the configuration names.',
      findings: [],
      advice: 'Start the target that the configuration names, or correct its address, and rehearse again.',
    });
    const unknown = judge(inputOf(healthy(), { targetIdentity: 'unknown' }));
    expect([unknown.verdict, unknown.headline]).toEqual([
      'WARN',
      'Every budget was kept, but “Identity of the target” was not measured while 100 people waited in the queue.',
    ]);
    const notAsked = judge(inputOf(healthy(), { targetIdentity: 'not-asked' }));
    expect([notAsked.verdict, find(notAsked, 'target-identity')]).toEqual(['PASS', undefined]);
  });

  it('watches open files where the system tells them', () => {
    expect(find(judge(inputOf(healthy(), { generator: busy(0.5, 19_500) })), 'open-files')).toMatchObject({
      verdict: 'INVALID',
      value: 0.975,
    });
    expect(find(judge(inputOf(healthy(), { generator: busy(0.5, 17_000) })), 'open-files')).toMatchObject({ verdict: 'WARN' });
    expect(find(judge(inputOf(healthy(), { generator: busy(0.5, null) })), 'open-files')).toBeUndefined();
    expect(find(judge(inputOf(healthy(), { host: { cores: 2, openFiles: null } })), 'open-files')).toBeUndefined();
  });

  it('blames the target, not the generator, when the target collapsed and the generator is well', () => {
    const collapse = seconds(
      log(() =>
        story([
          { step: 'pay', ms: 100, n: 50 },
          { step: 'pay', ms: 10_000, n: 50, outcome: 'timeout' },
        ]),
      ),
      () => ({ started: 90 }),
    );
    const file = judge(inputOf(collapse));
    expect(find(file, 'arrivals-started')).toMatchObject({ verdict: 'WARN', because: 'target-collapsed' });
    expect(file.verdict).toBe('FAIL');
    expect(file.findings.some((line) => line.includes('generator itself was healthy'))).toBe(true);
    expect(judge(inputOf(collapse, { generator: busy(2) })).verdict).toBe('INVALID');
    // Answers with an error are the target's, however late a request started.
    const answered = seconds(
      log(() => story([{ step: 'pay', ms: 1, n: 100, outcome: 'failed' }])),
      () => ({ startLag: [1280, 80, at128 - 1280, 20] }),
    );
    expect(judge(inputOf(answered))).toMatchObject({
      verdict: 'FAIL',
      headline: expect.stringContaining('100 % of 6,000 attempts at “Pay” failed'),
    });
    // Refused connections alone are no collapse: a generator without sockets sees the same.
    const refused = seconds(
      log(() => story([{ step: 'pay', ms: 1, n: 100, outcome: 'unreachable' }])),
      () => ({ started: 90 }),
    );
    expect(judge(inputOf(refused)).verdict).toBe('INVALID');
  });

  it('does not hide a broken invariant behind INVALID', () => {
    const input = inputOf(healthy(), { generator: busy(2) });
    const checks = [{ name: 'money-conserved', examined: 5, violations: 2, examples: [] }];
    expect(judge({ ...input, audit: { ...input.audit!, checks } }).findings).toContain(
      'The audit found 2 violations of “Money conserved” in 5 examined.',
    );
  });

  it('is INVALID when the surge file throws, and names the cause, its place and the people', () => {
    const cause = 'TypeError: cannot read property id of undefined (buy.ts:21)';
    const thrown = erring(endingWith(healthy(), { arrived: 6_000, finished: 5_940, failed: 60 }), [9, cause, 'script', 1]);
    const file = judge(inputOf(thrown));
    expect(find(file, 'script')).toMatchObject({ verdict: 'INVALID', value: 60, limit: 0, samples: 6_000 });
    expect(file).toMatchObject({
      verdict: 'INVALID',
      headline: `An error in the surge file stopped 60 of 6,000 people: ${cause}.`,
      advice: 'Correct the surge file and rehearse again; what people did until then says little about the target.',
    });
    const blocked = erring(healthy(), [9, 'the address is not allowed (addresses in k6.config.ts)', 'script', 900]);
    expect(judge(inputOf(blocked)).headline).toContain('stopped 6,000 of 6,000 people: the address is not allowed');
    const unnamed = judge(inputOf(endingWith(healthy(), { arrived: 6_000, finished: 5_999, failed: 1 })));
    expect(unnamed.headline).toBe('An error in the surge file stopped 1 of 6,000 people.');
  });
});
