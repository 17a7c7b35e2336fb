import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_LINES, panelLines, plainLine } from '../../../scripts/panel/panel-lines.ts';
import type { PanelState } from '../../../scripts/panel/panel-state.ts';
import { budget } from '../../models/made-surge.ts';
import { STEPS } from '../../models/measurement/lines.ts';

const state: PanelState = {
  title: 'Digital Onnuri launch · lab · embedded · seed 1',
  until: 290,
  budgets: Object.fromEntries(STEPS.map((step) => [step, { ...budget, p95: step === 'queue-poll' ? 150 : 400 }])),
  waitingRoom: true,
  cores: 2,
  notice: null,
  generator: { second: 42, cpu: 0.81, memoryMiB: 121.4, openFiles: 310, received: null, sent: null },
  view: {
    second: 42,
    phase: 'surge',
    users: { arrived: 41_300, finished: 1_200, gaveUp: 3, failed: 0, inLine: 38_912, active: 1_185 },
    scheduled: 2_015.2,
    started: 2_014.8,
    admitted: 239.6,
    maxWaiting: 39_001,
    steps: STEPS.map((step, i) => ({ step, attempts: 100 * i, p95: i === 0 ? null : 130 * i, errors: step === 'login' ? 20 : 0 })),
    errorsByOwner: { unclear: 0, script: 0, 'client environment': 0, system: 12, 'third party': 1 },
    loopLagP99: 11.6,
    problems: 0,
  },
};

describe('panelLines', () => {
  it('shows where the run is, who waits, and how the generator is', () => {
    const text = panelLines(state, 80, false).join('\n');
    for (const part of [
      '0:42 of 4:50',
      'surge',
      '2,015/s started of 2,015/s',
      '38,912 waiting (most 39,001), 240/s admitted',
      '41,300 arrived',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('errors    system 12, third party 1');
    expect(text).toContain('generator 0.8 of 2 cores, 121 MiB, 310 files, loop p99 11.6 ms late');
  });

  it('marks a step that is over its budget, near it, and within it', () => {
    const lines = panelLines(state, 80, false);
    // p95 is 130 ms × the place of the step: queue-poll 130 of 150 is near, open-app 260 of 400 within, qr-lookup 1,040 of 400 over;
    // 20 of 300 logins failed.
    expect(lines.find((line) => line.startsWith('queue-poll'))).toMatch(/130 ms +150 ms .*!$/);
    expect(lines.find((line) => line.startsWith('open-app'))).toMatch(/260 ms +400 ms .*✓$/);
    expect(lines.find((line) => line.startsWith('login'))).toMatch(/390 ms +400 ms +300 +20 ✗$/);
    expect(lines.find((line) => line.startsWith('qr-lookup'))).toMatch(/1\.04 s +400 ms .*✗$/);
  });

  it('never takes more lines or columns than there are, whatever the width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 200 }), fc.option(fc.string({ maxLength: 300 })), (width, notice) => {
        const lines = panelLines({ ...state, notice }, width, false);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('drops columns on a narrow terminal, not the budget', () => {
    const narrow = panelLines(state, 40, false);
    expect(narrow.join('\n')).not.toContain('attempts');
    expect(narrow.find((line) => line.startsWith('login'))).toContain('400 ms');
    expect(panelLines(state, 50, false).join('\n')).toContain('errors');
  });

  it('uses colours only when it may', () => {
    expect(panelLines(state, 80, false).join('')).not.toContain('\u001b');
    expect(panelLines(state, 80, true).join('')).toContain('\u001b[31m');
  });

  it('makes hostile text of a target harmless', () => {
    const hostile = { ...state, notice: '\u001b]0;owned\u0007\u001b[2Jgone', title: 'a\u001b[31mb' };
    expect(panelLines(hostile, 80, false).join('')).not.toContain('\u001b');
  });
});

describe('the panel of a target without a waiting room', () => {
  it('has no word of a queue', () => {
    const open = { ...state, waitingRoom: false, view: { ...state.view, steps: [] } };
    expect(`${panelLines(open, 80, false).join('')}${plainLine(open)}`).not.toMatch(/queue|waiting|admitted/);
  });

  it('starts before there is anything to show', () => {
    const starting = { ...state, generator: null, view: { ...state.view, phase: null, steps: [], loopLagP99: null } };
    expect(panelLines(starting, 80, false).at(-1)).toBe('generator starting');
    expect(plainLine(starting)).toContain('0:42 starting');
  });
});

describe('plainLine', () => {
  it('says the same in one line for a log', () => {
    expect(plainLine(state)).toBe(
      '0:42 surge | arrivals 2,015/s of 2,015/s | waiting 38,912 | admitted 240/s | failing: login | p95 over budget: identity-send, identity-confirm, register-card, 5 more | errors 13 | k6 0.8 cores 121 MiB',
    );
  });

  it('never says that all is well while everything fails, or before anything was answered', () => {
    const of = (steps: PanelState['view']['steps']) => plainLine({ ...state, view: { ...state.view, steps } });
    expect(of([{ step: 'pay', attempts: 100, p95: null, errors: 100 }])).toContain('| failing: pay |');
    expect(of([{ step: 'pay', attempts: 100, p95: 10, errors: 0 }])).toContain('| all steps within budget |');
    expect(of([])).toContain('| nothing answered yet |');
  });
});
