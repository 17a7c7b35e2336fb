import { describe, expect, it } from 'vitest';
import { writtenTables } from '../../../../scripts/bench/tables/written-tables.ts';

const document = 'before\n<!-- begin: written by npm run bench:forecast -- --write -->\nold\n<!-- end of forecasts -->\nafter\n';

describe('tables of forecasts', () => {
  it('take the place of the old ones, and again', () => {
    const once = writtenTables(document, '\nnew\n');
    expect(once).toContain('\n\nnew\n\n<!-- end');
    expect(once).not.toContain('old');
    expect(once.startsWith('before\n') && once.endsWith('after\n')).toBe(true);
    expect(writtenTables(once, 'new')).toBe(once);
  });

  it('are refused by a document without a place for them', () => expect(() => writtenTables('text', 'new')).toThrow('must have the lines'));
});
