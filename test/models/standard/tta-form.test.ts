import { describe, expect, it } from 'vitest';
import { ttaForm } from '../../../models/standard/tta-form.ts';

const inputs = { peakRate: 1400, peakName: 'P95 peak', nodes: 12, serversPerNode: 8, given: {} };

describe('ttaForm', () => {
  it('fills the appendix of the standard (R3, p. 43-48): 2,801.88 max-jOPS, 344,086 tpmC, 10,322.6 IOPS', () => {
    const form = ttaForm({ ...inputs, given: { S1: 1099, S6: 1.3, O1: 7472, O3: 1.3, M5: 2 } });
    const result = (item: string) => form.parts.find((part) => part.item === item)!.result;
    expect(result('cpu')).toBeCloseTo(2801.8848, 4);
    expect(result('db')).toBeCloseTo(344_086.2405, 3);
    expect(result('iops')).toBeCloseTo(10_322.6, 1);
    expect(result('memory')).toBeCloseTo(5585.32, 2);
    expect(result('system-disk')).toBeCloseTo(57_108.48, 2);
    expect(result('data-disk')).toBeCloseTo(114_607.35, 2);
    expect(form.warnings).toEqual([]);
  });

  it('derives users and transactions from the peak, and then counts it once', () => {
    const rows = ttaForm(inputs).parts.flatMap((part) => part.rows);
    const row = (symbol: string) => rows.find((one) => one.symbol === symbol)!;
    expect([row('S1').value, row('S6').value, row('O1').value, row('O3').value]).toEqual([350, 1, 84_000, 1]);
    expect(row('S1')).toMatchObject({ high: null, ground: 'derived: P95 peak / S2' });
    expect([row('M1').korean, row('M3').korean, row('D6').english]).toEqual(['시스템 영역 (MB)', '동시 사용자 수', 'data (MB)']);
    expect(row('S5').ground).toBe('usual value of the standard');
  });

  it('warns when the peak is counted twice, and of the architecture weight', () => {
    const { warnings, measured, parts } = ttaForm({ ...inputs, given: { S6: 1.5, O3: 1.2, weight: 1.6 } });
    expect(warnings).toHaveLength(3);
    expect(warnings[0]).toMatch(/^S6 = 1.5 counts the peak twice: S1 was derived from the P95 peak/);
    expect(parts[0]!.formula).toBe('S1·S2·S3·S4·S5·S6·S7·S8·S9 / (S10·S11) · 1.6 (architecture weight, table 6-7)');
    expect(parts[2]!.formula).toBe('(M1 + M2·M3 + M5)·M4·M6');
    expect(measured.sentence).toContain('12 nodes of 8 servers for 1,400 arrivals per second');
  });
});
