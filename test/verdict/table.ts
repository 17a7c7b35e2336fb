import { afterAll, describe, expect, it } from 'vitest';
import type { LineKind } from '../../models/workload/surge/run-configuration.ts';
import { stopLedgers } from './ledger/ledger-story.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows/all-rows.ts';
import { playOn } from './virtual/line-under-test.ts';

/** Judges rows of the table, with people in line in one or the other hand. */
export function describeTable(line: LineKind, rows: readonly Row[] = ROWS): void {
  playOn(line);
  afterAll(stopLedgers);

  describe(`broken runs, line ${line}`, () => {
    for (const { what, break: judged, expect: expected } of rows) {
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
}
