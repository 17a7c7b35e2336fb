import { describe, expect, it } from 'vitest';
import type { TableLine } from '../../../../scripts/bench/tables/bench-table.ts';
import { writtenInto } from '../../../../scripts/bench/tables/written-into.ts';

const BENCHES = [{ name: 'a' }, { name: 'b' }];
const EMPTY = '# Limits\n\n<!-- begin: written by npm run bench -- --write -->\n<!-- end -->\n\nWords.\n';
const machine = (cpu: string, load = '0.1'): string =>
  `- CPU: ${cpu}\n- Memory: 4 GiB\n- Kernel: Linux 6\n- Node 20, k6 2\n- 2026-11-22; load ${load}`;
const line = (bench: string, measured: string): TableLine => ({
  bench,
  row: { what: 'x', goal: '1', measured, pass: true },
  date: '2026-11-22',
});

describe('writtenInto', () => {
  it('writes machine and table between its marks, and keeps the words around them', () => {
    const text = writtenInto(EMPTY, machine('fast'), [line('a', '1')], BENCHES);
    expect(text).toMatch(
      /^# Limits\n\n<!-- begin.*-->\n\n- CPU: fast\n[\s\S]*\n\n\| bench [\s\S]*\| a \| x \|[\s\S]*\n\n<!-- end -->\n\nWords\.\n$/,
    );
  });

  it('replaces the rows of what was measured again and keeps the others, in the order of the benches', () => {
    const before = writtenInto(EMPTY, machine('fast'), [line('a', 'old a'), line('b', 'old b')], BENCHES);
    const after = writtenInto(before, machine('fast', '0.2'), [line('a', 'new a')], BENCHES);
    expect(after).not.toContain('old a');
    expect(after.indexOf('new a')).toBeLessThan(after.indexOf('old b'));
    expect(after).toContain('load 0.2');
  });

  it('gives the same text when nothing has changed', () => {
    const lines = [line('a', '1'), line('b', '2')];
    const once = writtenInto(EMPTY, machine('fast'), lines, BENCHES);
    expect(writtenInto(once, machine('fast'), lines, BENCHES)).toBe(once);
  });

  it('does not mix two machines', () => {
    const before = writtenInto(EMPTY, machine('fast'), [line('a', '1'), line('b', '2')], BENCHES);
    expect(() => writtenInto(before, machine('slow'), [line('a', '3')], BENCHES)).toThrow('must be given with every bench');
    expect(writtenInto(before, machine('slow'), [line('a', '3'), line('b', '4')], BENCHES)).toContain('CPU: slow');
  });

  it('says when the document has no place for the table', () => {
    expect(() => writtenInto('# Limits\n', machine('fast'), [], BENCHES)).toThrow('docs/benchmarks.md: must have the lines');
  });
});
