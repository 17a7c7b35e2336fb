import { Refusal } from '../refusal.ts';
import { type FactorTable, factorValues, listed, quantity, ranged } from './factor.ts';

export type DiskSymbol = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8';

/** By the symbols of table 7-14; sizes in one unit. D1 to D3 make a system disk, D6 and D7 a data disk. */
export type TtaDiskFactors = Partial<Record<DiskSymbol, number>>;

/** Table 7-14. D8: no RAID 1, RAID 1, 10 or 01 2, RAID 5 1.3, RAID 6 1.4. */
export const TTA_DISK_FACTORS: FactorTable<DiskSymbol> = {
  D1: quantity('D1', '운영체제', 'operating system', 0),
  D2: quantity('D2', '응용 프로그램', 'applications', 0),
  D3: quantity('D3', '스왑 영역', 'swap', 0),
  D4: ranged('D4', '파일 시스템 오버헤드', 'file system overhead', [1.1, 1.1], 1.1),
  D5: ranged('D5', '시스템 여유율', 'headroom', [1, 1.5], 1.3),
  D6: quantity('D6', '데이터 영역', 'data', 0),
  D7: quantity('D7', '백업 영역', 'backup', 0),
  D8: listed('D8', 'RAID 보정', 'RAID', [1, 1.3, 1.4, 2], 1),
};

/**
 * System or data disk of a server by the Korean sizing standard, in the unit given.
 *
 *   system (D1 + D2 + D3)·D4·D5·D8;   data (D6 + D7)·D4·D5·D8
 *
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), table 7-14. The two are different disks, so sizes of both at once are refused.
 * @example ttaDisk({ D1: 10240, D2: 4096, D3: 16384, D8: 1.3 }) // => 57108.48
 */
export function ttaDisk(given: TtaDiskFactors): number {
  const { D1, D2, D3, D6, D7 } = given;
  const [system, data] = [
    [D1, D2, D3],
    [D6, D7],
  ].map((sizes) => sizes.some((size) => size !== undefined));
  if (system === data) {
    const what = system ? 'sizes of both' : 'neither';
    throw new Refusal(
      'missing-argument',
      `D1 to D3 (system disk) or D6 and D7 (data disk): sizes of exactly one disk must be given, got ${what}`,
    );
  }
  const d = factorValues(TTA_DISK_FACTORS, given);
  return (d.D1 + d.D2 + d.D3 + d.D6 + d.D7) * d.D4 * d.D5 * d.D8;
}
