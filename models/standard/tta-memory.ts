import { type FactorTable, factorValues, quantity, ranged } from './factor.ts';

export type MemorySymbol = 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6';

/** By the symbols of table 7-13; sizes in one unit, usually MB. */
export interface TtaMemoryFactors extends Partial<Record<MemorySymbol, number>> {
  readonly M1: number;
  readonly M2: number;
  readonly M3: number;
}

/** Table 7-13. */
export const TTA_MEMORY_FACTORS: FactorTable<MemorySymbol> = {
  M1: quantity('M1', '시스템 영역', 'system area'),
  M2: quantity('M2', '사용자당 필요 메모리', 'memory per user'),
  M3: quantity('M3', '동시 사용자 수', 'concurrent users'),
  M4: ranged('M4', '운영체제 버퍼 캐시 보정', 'operating system buffer cache', [1.1, 1.3], 1.15),
  M5: quantity('M5', '미들웨어·애플리케이션', 'middleware and application', 0),
  M6: ranged('M6', '시스템 여유율', 'headroom', [1.3, 1.3], 1.3),
};

/**
 * Memory of a server by the Korean sizing standard, in the unit of M1.
 *
 *   (M1 + M2·M3 + M5)·M4·M6
 *
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), table 7-13. Its appendix computes 5,585 MB and then chooses 1,024: a slip of the document.
 * @example ttaMemory({ M1: 1536, M2: 2, M3: 1099, M5: 2 }) // => 5585.32
 */
export function ttaMemory(given: TtaMemoryFactors): number {
  const m = factorValues(TTA_MEMORY_FACTORS, given);
  return (m.M1 + m.M2 * m.M3 + m.M5) * m.M4 * m.M6;
}
