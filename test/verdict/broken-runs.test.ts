import { afterAll, describe, expect, it } from 'vitest';
import { stopLedgers } from './ledger/ledger-story.ts';
import { ROWS } from './rows/all-rows.ts';

afterAll(stopLedgers);

describe('broken runs', () => {
  it('are named once each', () => expect(new Set(ROWS.map(({ what }) => what)).size).toBe(ROWS.length));

  for (const { what, break: judged, expect: expected } of ROWS) {
    it(what, async () => {
      const { verdict, exit, headline, file } = await judged();
      const results = file === null ? [] : [...file.criteria, ...file.invariants, ...file.validity];
      const beyond = results.filter((one) => one.verdict !== 'PASS' && one.advisory !== true);
      const why = JSON.stringify([headline, ...beyond.map(({ id, verdict, value, limit }) => [id, verdict, value, limit])]);
      expect([verdict, exit], why).toEqual([expected.verdict, expected.exit]);
      if (typeof expected.headline === 'string') expect(headline.slice(0, expected.headline.length)).toBe(expected.headline);
      else expect(headline).toMatch(expected.headline);
    });
  }
});
