import { describe, expect, it } from 'vitest';
import { architectureWeight } from '../../../models/standard/architecture.ts';
import { ttaCpu } from '../../../models/standard/tta-cpu.ts';
import { ttaDb } from '../../../models/standard/tta-db.ts';
import { ttaDisk } from '../../../models/standard/tta-disk.ts';
import { ttaIops } from '../../../models/standard/tta-iops.ts';
import { ttaMemory } from '../../../models/standard/tta-memory.ts';
import { expectRefusal } from '../refused.ts';

// TTAK.KO-10.0292/R3, appendix p. 43-48, recomputed.
describe('the sizing standard', () => {
  it('has 2,801.8848 max-jOPS for the WEB and WAS example, and 4,483.0157 in two tiers', () => {
    const example = { S1: 1099, S2: 4, S3: 3, S4: 2, S5: 1.1, S6: 1.3, S7: 1.2, S8: 1, S9: 1.3, S10: 0.7, S11: 30 };
    expect(ttaCpu(example)).toBeCloseTo(2801.8848, 4);
    expect(ttaCpu({ ...example, weight: 1.6 })).toBeCloseTo(4483.0157, 4);
    expect(ttaCpu({ S1: 1099, S4: 2, S11: 30 })).toBeCloseTo(2801.8848, 4);
  });

  it('has 344,086.2405 tpmC for the database example, and 46.05 a transaction per minute', () => {
    expect(ttaDb({ O1: 7472, O2: 5, O3: 1.3, O4: 1.7, O5: 1.2, O6: 1.7, O7: 1.1, O8: 1, O9: 1.3, O10: 0.7 })).toBeCloseTo(344_086.2405, 4);
    expect(ttaDb({ O1: 1 })).toBeCloseTo(46.05, 2);
  });

  it('has 10,322.6 IOPS online and 3,440.9 batch, from the tpmC or its factors', () => {
    expect(ttaIops({ tpmC: 344_086.2405 })).toBeCloseTo(10_322.6, 1);
    expect(ttaIops({ tpmC: 344_086.2405, kind: 'batch' })).toBeCloseTo(3440.9, 1);
    expect(ttaIops({ O1: 7472 })).toBeCloseTo(10_322.6, 1);
  });

  it('has 5,585.32 MB of memory', () => expect(ttaMemory({ M1: 1536, M2: 2, M3: 1099, M4: 1.15, M5: 2, M6: 1.3 })).toBeCloseTo(5585.32, 6));

  it('has the three disks of the appendix', () => {
    expect(ttaDisk({ D1: 10_240, D2: 4096, D3: 16_384, D4: 1.1, D5: 1.3, D8: 1.3 })).toBeCloseTo(57_108.48, 6);
    expect(ttaDisk({ D1: 10_240, D2: 8192, D3: 16_384, D4: 1.1, D5: 1.3, D8: 1.3 })).toBeCloseTo(64_722.944, 6);
    expect(ttaDisk({ D6: 51_410, D7: 10_240, D4: 1.1, D5: 1.3, D8: 1.3 })).toBeCloseTo(114_607.35, 6);
  });

  it('refuses factors outside their range with their name, unknown weights, and half a question', () => {
    expectRefusal(
      () => ttaCpu({ S1: 1, S4: 2, S11: 30, S6: 1.6 }),
      'out-of-range',
      /^S6 \(peak time load\): must be from 1\.2 to 1\.5, as the standard has it, got 1\.6$/,
    );
    expectRefusal(() => ttaCpu({ S1: -1, S4: 2, S11: 30 }), 'out-of-range', /^S1 \(concurrent users\): must be a number of at least 0/);
    expectRefusal(
      () => architectureWeight('cpu', 1.7),
      'out-of-range',
      /^weight: must be one of 1, 1\.6 for the max-jOPS .* got 1\.7; that weight belongs to the tpmC/,
    );
    expectRefusal(() => ttaDb({ O1: 1, weight: 1.6 }), 'out-of-range', /^weight: must be one of 1, 1\.7, 2\.1 for the tpmC/);
    expectRefusal(
      () => ttaDb({ O1: 1, O3: 1, O10: 0.8 }),
      'out-of-range',
      /^O3 \(peak time load\): must be from 1\.2.*; O10 .*must be 0\.7/,
    );
    // Old revisions, round numbers and other RAID levels: each is a value the third revision does not have.
    for (const wrong of [{ S3: 1 }, { S6: 1 }, { S9: 1.2 }, { S10: 0.8 }, { S4: 1 }, { S11: 27 }, { S2: 2.9 }, { S8: 1.51 }])
      expectRefusal(() => ttaCpu({ S1: 1, S4: 2, S11: 30, ...wrong }), 'out-of-range', new RegExp(`^${Object.keys(wrong)[0]} `));
    for (const wrong of [{ D4: 1 }, { D8: 1.2 }, { D5: 1.6 }]) expectRefusal(() => ttaDisk({ D1: 1, ...wrong }), 'out-of-range', /^D/);
    expectRefusal(() => ttaDisk({}), 'missing-argument', /exactly one disk must be given, got neither/);
    expectRefusal(() => ttaDisk({ D1: 1, D6: 1 }), 'missing-argument', /got sizes of both/);
    expectRefusal(() => ttaIops({}), 'missing-argument', /^tpmC, O1: exactly one/);
    expectRefusal(() => ttaIops({ tpmC: 1, O1: 1 }), 'missing-argument', /got both/);
  });
});
