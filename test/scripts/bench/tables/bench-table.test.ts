import { describe, expect, it } from 'vitest';
import { renderTable } from '../../../../scripts/bench/tables/bench-table.ts';

const row = { what: 'memory', goal: '≤ 2 MiB', measured: '1 MiB', pass: true };

describe('renderTable', () => {
  it('says of each limit whether it is held', () => {
    const table = renderTable([
      { bench: 'a', row, date: '2026-11-22' },
      { bench: 'b', row: { ...row, measured: '3 MiB', ratio: '2 × b|c', pass: false }, date: '2026-11-22' },
    ]);
    expect(table.split('\n').slice(2)).toEqual([
      '| a | memory | ≤ 2 MiB | 1 MiB |  | pass | 2026-11-22 |',
      '| b | memory | ≤ 2 MiB | 3 MiB | 2 × b\\|c | **falls short** | 2026-11-22 |',
    ]);
  });

  it('has as many headings as cells', () => {
    const columns = (line: string): number => line.split('|').length;
    const [head, rule, line] = renderTable([{ bench: 'a', row, date: '2026-11-22' }]).split('\n');
    expect([columns(head!), columns(rule!)]).toEqual([columns(line!), columns(line!)]);
  });
});
