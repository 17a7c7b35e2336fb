import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROWS } from './rows/all-rows.ts';

const page = readFileSync(new URL('../../docs/reference/what-a-pass-means.md', import.meta.url), 'utf8');
const named = [...page.matchAll(/“([^”]+)”/gs)].map(([, name = '']) => name.replaceAll(/\s+/g, ' '));

describe('docs/reference/what-a-pass-means.md', () => {
  it('names only rows that the table has', () => {
    const known = new Set(ROWS.map(({ what }) => what));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has for every promise rows that hold it', () => {
    const promises = page
      .split('## What it promises')[1]!
      .split('## What it does not promise')[0]!
      .split(/\n\*\*/)
      .slice(1);
    expect(promises.length).toBeGreaterThan(7);
    expect(promises.filter((promise) => !promise.includes('Held by: “'))).toEqual([]);
  });
});
