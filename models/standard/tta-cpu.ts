import { architectureWeight } from './architecture.ts';
import { type FactorTable, factorChain, factorValues, listed, quantity, ranged } from './factor.ts';

export type CpuSymbol = 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10' | 'S11';

/** By the symbols of table 7-1; those left out take their usual value. */
export interface TtaCpuFactors extends Partial<Record<CpuSymbol, number>> {
  readonly S1: number;
  readonly S4: number;
  readonly S11: number;
  /** 1.6 for WEB and WAS on one machine (table 6-7), else 1. */
  readonly weight?: number;
}

/**
 * Table 7-1. S3 was 1 and S2 5 before the third revision. S4: 0.7 WEB, 2 WAS or both; S7: 1 for WEB.
 * S11: SPECjbb2015 Composite x86 29, general 30, unix 31; MultiJVM 24, 25, 26.
 */
export const TTA_CPU_FACTORS: FactorTable<CpuSymbol> = {
  S1: quantity('S1', '동시 사용자 수', 'concurrent users'),
  S2: ranged('S2', '사용자당 오퍼레이션 수', 'operations per user', [3, 6], 4),
  S3: ranged('S3', '기본 OPS 보정', 'basic OPS correction', [3, 3], 3),
  S4: listed('S4', '업무 용도 보정', 'business use correction', [0.7, 2]),
  S5: ranged('S5', '인터페이스 부하 보정', 'interface load', [1.1, 1.2], 1.1),
  S6: ranged('S6', '피크 타임 부하 보정', 'peak time load', [1.2, 1.5], 1.3),
  S7: ranged('S7', '연계 부하 보정', 'linkage load', [1, 1.3], 1.2),
  S8: ranged('S8', '클러스터 보정', 'cluster', [1, 1.5], 1),
  S9: ranged('S9', '시스템 여유율', 'headroom', [1.3, 1.3], 1.3),
  S10: ranged('S10', '목표 CPU 사용률', 'target CPU utilisation', [0.7, 0.7], 0.7),
  S11: listed('S11', '벤치마크 단위 보정', 'benchmark unit correction', [24, 25, 26, 29, 30, 31]),
};

/**
 * CPU of web and application servers by the Korean sizing standard, in max-jOPS.
 * Used for the form that public projects file, beside what the measurement demands.
 *
 *   S1·S2·S3·S4·S5·S6·S7·S8·S9/(S10·S11) · weight
 *
 * A chain of worst cases: the usual corrections multiply to about 19, so it stands far above a measured demand; do not count the peak twice.
 * Source: TTAK.KO-10.0292/R3 (2023-12-06), table 7-1. Valid for: OLTP-like web systems.
 * @example ttaCpu({ S1: 1099, S4: 2, S11: 30 }) // => 2801.8848
 */
export function ttaCpu({ weight, ...given }: TtaCpuFactors): number {
  return factorChain(factorValues(TTA_CPU_FACTORS, given), ['S10', 'S11']) * architectureWeight('cpu', weight);
}
