import { describe, expect, it } from 'vitest';
import { ttaForm } from '../../models/standard/tta-form.ts';
import { standardCsv } from '../../reports/plan/standard/standard-table.ts';

const filed = (project: string) =>
  ttaForm({
    peak: { peakRate: 1400, confidence: 0.95, response: 0.1 },
    nodes: 12,
    carrying: 8,
    serversPerNode: 8,
    measured: true,
    queued: 0,
    given: { project, thinkSeconds: 9.9 },
  });
const csv = (project: string) => standardCsv(filed(project));

describe('the Korean form as CSV', () => {
  it('opens in a spreadsheet: a byte order mark, CRLF, six quoted cells a line', () => {
    const text = csv('디지털온누리 고도화');
    expect(text.startsWith('\ufeff"구분","기호"')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    for (const line of lines) expect(line.slice(line.startsWith('\ufeff') ? 1 : 0)).toMatch(/^"([^"]|"")*"(,"([^"]|"")*"){5}$/);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('is Korean in every line, its last one too', () => {
    const lines = csv('디지털온누리 고도화').trimEnd().split('\r\n');
    for (const line of lines) expect(line).toMatch(/[가-힣]/);
    expect(lines.find((line) => line.startsWith('"실측 기준"'))).toContain('노드 12대(동시 처리 96건)가 필요합니다');
    expect(lines.slice(0, 3)[1]).toBe('"일반 사항","","사업명","","디지털온누리 고도화",""');
  });

  it('runs no formula and breaks out of no cell, whatever the project is called', () => {
    for (const cell of csv('"=1+1').matchAll(/(?:^\ufeff?|,|\n)"((?:[^"]|"")*)"/g)) expect(cell[1]).not.toMatch(/^[=+\-@\t\r]/);
    expect(csv('say "hi"')).toContain('"say ""hi"""');
    expect(csv('=HYPERLINK("x")')).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
