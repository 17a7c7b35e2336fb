import { describe, expect, it } from 'vitest';
import { ttaForm } from '../../models/standard/tta-form.ts';
import { standardCsv } from '../../reports/plan/standard-table.ts';

const csv = (peakName: string) => standardCsv(ttaForm({ peakRate: 1400, peakName, nodes: 12, serversPerNode: 8, given: {} }));

describe('the Korean form as CSV', () => {
  it('opens in a spreadsheet: a byte order mark, CRLF, six quoted cells a line', () => {
    const text = csv('P95 peak');
    expect(text.startsWith('\ufeff"구분","기호"')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    for (const line of lines) expect(line.slice(line.startsWith('\ufeff') ? 1 : 0)).toMatch(/^"([^"]|"")*"(,"([^"]|"")*"){5}$/);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('runs no formula and breaks out of no cell, whatever the peak is called', () => {
    for (const cell of csv('"=1+1').matchAll(/(?:^\ufeff?|,|\n)"((?:[^"]|"")*)"/g)) expect(cell[1]).not.toMatch(/^[=+\-@\t\r]/);
    expect(csv('say "hi"')).toContain('"derived: say ""hi"" / S2"');
    const form = ttaForm({ peakRate: 1400, peakName: 'peak', nodes: 12, serversPerNode: 8, given: {} });
    expect(standardCsv({ ...form, measured: { ...form.measured, sentence: '=HYPERLINK("x")' } })).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
